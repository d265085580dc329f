using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Sees of a source that does not say so whether its rows are distinct events, as in an event data set.</summary>
/// <remarks>
/// A monitor whose every row is one event by itself (a count of exactly one, no sum, no part, nothing quoted or included) has
/// told its events apart already: eight rows of one day and place are eight events, not one told eight times. Where the monitor
/// gives times to the hour and two rows have the very same time and place, it may repeat itself, and nothing is assumed.
/// </remarks>
internal static class DistinctRows
{
    private const int Fewest = 30;
    private const double MostAlike = 0.02;
    private static readonly Duration Exact = Duration.FromHours(6);

    /// <summary>The view in which such sources say so; the view itself where there is none.</summary>
    public static CaseView Seen(CaseView view)
    {
        var seen = view.Standing.Sources.Where(s => s is { Kind: SourceKind.Monitor, Rows: SourceRows.MayOverlap, Relays: null })
            .Where(s => AreDistinct(view, s)).Select(s => s.Id).ToHashSet();
        return seen.Count == 0 ? view : new CaseView(
            view.Recorded with { Sources = [.. view.Recorded.Sources.Select(s => seen.Contains(s.Id) ? s with { Rows = SourceRows.DistinctEvents } : s)] },
            view.Coordinates) { FusionParameters = view.FusionParameters };
    }

    private static bool AreDistinct(CaseView view, Source source)
    {
        var (rows, alike) = (0, 0);
        var known = new HashSet<(Interval, string, string)>();
        foreach (var report in view.Standing.Reports.Where(r => r.Source == source.Id))
        {
            if (report.IsAggregate || report.PartOf is not null || !report.IncludedIn.IsEmpty || !report.Quotes.IsEmpty
                || report.Count is not { Min: 1, Max: 1 })
            {
                return false;
            }

            rows++;
            var extent = report.Window.Extent;
            if (extent is { HasStart: true, HasEnd: true } && extent.Duration <= Exact
                && !known.Add((extent, report.Act.Value, string.Join(';', report.Areas.Select(a => a.Value)))))
            {
                alike++;
            }
        }

        return rows >= Fewest && alike <= MostAlike * rows;
    }
}
