namespace Holdfire.Counts;

/// <summary>What a claim is to the claim that was split.</summary>
/// <param name="Split">The number of that claim among those that were split; -1 for none.</param>
/// <param name="IsRest">Whether it is the rest, which shares nothing with the parts.</param>
internal readonly record struct SplitMember(int Split, bool IsRest)
{
    /// <summary>Most claims were not split.</summary>
    public static readonly SplitMember None = new(-1, false);
}
