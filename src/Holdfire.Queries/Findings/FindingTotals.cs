using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Findings;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>How many events there are, for a reader.</summary>
public static class FindingTotals
{
    /// <summary>One line a truce: what is corroborated within its terms, then its events by placement and standard of proof.</summary>
    public static IEnumerable<string> Of(IEnumerable<Finding> findings) => findings.GroupBy(f => f.Truce).Select(truce =>
        $"{truce.Key}: {BorneOut([.. truce])}. " + string.Join("; ", truce.GroupBy(f => f.Placement).OrderByDescending(g => g.Key).Select(g =>
            $"{Number(g.Count())} {Texts.Words(g.Key)}" + (g.Key == Placement.OutsideTerms ? "" : $" ({Standards(g)})"))));

    /// <summary>Events by truce, day and standard of proof, as rows; times as the clocks of a zone show them.</summary>
    public static AnswerTable Table(ImmutableArray<FindingCount> counts, DateTimeZone zone)
    {
        var days = new WindowColumns(zone, counts.Select(c => c.Day));
        return new AnswerTable(
            ["truce", .. days.Header, "standard", "at least", "at most", "which come to"],
            [.. counts.Select(c => (ImmutableArray<string>)
            [
                c.Truce.Value, .. days.Cells(c.Day), Texts.Words(c.Standard),
                c.AtLeast.ToString(CultureInfo.InvariantCulture), c.AtMost.ToString(CultureInfo.InvariantCulture),
                string.Join("\n", c.Numbers.Select(n => $"{Texts.Of(n.Range)} {n.Unit}{(n.Measure == Model.Measure.Occurred ? "" : $" {Texts.Words(n.Measure)}")}")),
            ])]);
    }

    // What is corroborated comes first, however much else is only alleged.
    private static string BorneOut(ImmutableArray<Finding> ofTruce)
    {
        var borne = ofTruce.Where(f => f.Placement == Placement.WithinTerms && f.Ladder.Standard >= StandardOfProof.Corroborated).ToList();
        var verified = borne.Count(f => f.Ladder.Standard == StandardOfProof.Verified);
        var itself = borne.Count(f => f.Ladder.Attribution == Attribution.Conceded);
        var among = string.Join(", ", new[] { verified > 0 ? $"{Number(verified)} verified" : "", itself > 0 ? $"{Number(itself)} said by the actor itself" : "" }.Where(t => t.Length > 0));
        return borne.Count == 0 ? "no event within the terms is corroborated here"
            : $"{Number(borne.Count)} {(borne.Count == 1 ? "event" : "events")} within the terms corroborated" + (among.Length > 0 ? $" ({among})" : "");
    }

    private static string Standards(IEnumerable<Finding> findings) => string.Join(", ", findings.GroupBy(f => f.Ladder.Standard)
        .OrderBy(g => g.Key).Select(g => $"{Number(g.Count())} {Texts.Words(g.Key)}"));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
