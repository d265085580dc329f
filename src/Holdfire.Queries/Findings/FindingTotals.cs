using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Findings;

namespace Holdfire.Queries;

/// <summary>How many events there are, for a reader.</summary>
public static class FindingTotals
{
    /// <summary>One line a truce: its events by placement and standard of proof.</summary>
    public static IEnumerable<string> Of(IEnumerable<Finding> findings) => findings.GroupBy(f => f.Truce).Select(truce =>
        $"{truce.Key}: " + string.Join("; ", truce.GroupBy(f => f.Placement).OrderByDescending(g => g.Key).Select(g =>
            $"{Number(g.Count())} {Texts.Words(g.Key)}" + (g.Key == Placement.OutsideTerms ? "" : $" ({Standards(g)})"))));

    /// <summary>Events by truce, day and standard of proof, as rows.</summary>
    public static AnswerTable Table(IEnumerable<FindingCount> counts) => new(
        ["truce", "from", "to", "standard", "at least", "at most"],
        [.. counts.Select(c => (ImmutableArray<string>)
        [
            c.Truce.Value, Texts.Of(c.Day.Start), Texts.Of(c.Day.End), Texts.Words(c.Standard),
            c.AtLeast.ToString(CultureInfo.InvariantCulture), c.AtMost.ToString(CultureInfo.InvariantCulture),
        ])]);

    private static string Standards(IEnumerable<Finding> findings) => string.Join(", ", findings.GroupBy(f => f.Ladder.Standard)
        .OrderBy(g => g.Key).Select(g => $"{Number(g.Count())} {Texts.Words(g.Key)}"));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
