using Holdfire.Model;

namespace Holdfire.Audit;

/// <summary>How count ranges lie to each other.</summary>
internal static class RangeOrder
{
    /// <summary>Whether all of the first is certainly more than all of the second.</summary>
    public static bool Exceeds(this CountRange a, CountRange b) => a.Min > b.Max;

    /// <summary>Whether some number is in both.</summary>
    public static bool Meets(this CountRange a, CountRange b) => !a.Exceeds(b) && !b.Exceeds(a);

    /// <summary>Whether the words give no number: "some", "a number of".</summary>
    public static bool IsVague(this CountRange range) => range.Min <= 1 && range.Max is null;

    public static CountRange Sum(IEnumerable<CountRange> ranges) =>
        ranges.Aggregate(CountRange.Exactly(0), CountRange.Add);
}
