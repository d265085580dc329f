using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tallies;

/// <summary>Something that became known of a report in a span of time.</summary>
/// <param name="Kind">What.</param>
/// <param name="Report">The report; of a change the one that stands no more.</param>
/// <param name="By">Of a change, the report in its place; null where none is known, and else.</param>
/// <param name="At">When it became known.</param>
public sealed record ReportNews(NewsKind Kind, Report Report, Report? By, Instant At)
{
    /// <summary>
    /// What became known after the start of the span and by its end, by kind, then by time and id. A report that replaces another is no
    /// news of its own. A correction counts from its publication, or from that of the report in its place; one that has neither is left out.
    /// </summary>
    /// <param name="case">The case, with withdrawn and corrected reports.</param>
    /// <param name="span">The span; its end is included and its start is not, so that spans that meet share nothing.</param>
    public static ImmutableArray<ReportNews> In(Case @case, Interval span)
    {
        bool IsIn(Instant at) => at > span.Start && at <= span.End;
        var replacing = @case.Corrections.Select(c => c.By).OfType<ReportId>().ToHashSet();
        var published = @case.Reports.Where(r => r.PartOf is null && !replacing.Contains(r.Id) && IsIn(r.KnownAt)).Select(r => new ReportNews(NewsKind.New, r, null, r.KnownAt));
        var touched = @case.Corrections.Select(c => c.Report).Concat(replacing).ToHashSet();
        var named = @case.Reports.Where(r => touched.Contains(r.Id)).DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var corrected = @case.Corrections.Where(c => named.ContainsKey(c.Report)).Select(c =>
        {
            var by = c.By is { } id ? named.GetValueOrDefault(id) : null;
            return (Correction: c, By: by, At: c.Published ?? by?.KnownAt);
        }).Where(c => c.At is { } at && IsIn(at)).Select(c => new ReportNews(
            c.Correction.Kind == CorrectionKind.Withdrawn ? NewsKind.Withdrawn : NewsKind.Changed, named[c.Correction.Report], c.By, c.At!.Value));
        return [.. published.Concat(corrected).OrderBy(n => n.Kind).ThenBy(n => n.At).ThenBy(n => n.Report.Id)];
    }

    /// <summary>Whether it is about a time wholly before the span.</summary>
    public bool IsAboutEarlier(Interval span) => Intervals.EndOf(Report.Window.Extent) <= span.Start;
}
