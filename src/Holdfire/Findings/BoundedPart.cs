using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>A number of one event, or of one claim that sums events, on its way into a number for a span of time.</summary>
/// <param name="Range">The number.</param>
/// <param name="IsWithin">Whether it surely lies within the span; else it may.</param>
/// <param name="IsSum">Whether it sums events, so that it may hold the single ones.</param>
public readonly record struct BoundedPart(CountRange Range, bool IsWithin, bool IsSum)
{
    /// <summary>
    /// All of them: at least the greater of all single events that surely lie within and of the greatest sum that does, at most everything.
    /// </summary>
    public static CountRange Together(IEnumerable<BoundedPart> parts)
    {
        var (single, sum, most) = (0L, 0L, (long?)0);
        foreach (var part in parts)
        {
            most = most is { } so && part.Range.Max is { } max ? Plus(so, max) : null;
            (single, sum) = !part.IsWithin ? (single, sum)
                : part.IsSum ? (single, Math.Max(sum, part.Range.Min)) : (Plus(single, part.Range.Min), sum);
        }

        return new CountRange(Math.Max(single, sum), most);
    }

    private static long Plus(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
