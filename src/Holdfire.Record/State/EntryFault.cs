namespace Holdfire.Record.State;

/// <summary>What speaks against an entry.</summary>
/// <param name="Index">Its index in the log.</param>
/// <param name="What">What was expected and what was found.</param>
public sealed record EntryFault(long Index, string What)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"entry {Index}: {What}");
}
