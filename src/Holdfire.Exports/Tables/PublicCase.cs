using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Exports;

/// <summary>A case without what may not be handed on.</summary>
public static class PublicCase
{
    /// <summary>
    /// The view without the reports of sources whose terms forbid handing their rows on, and without those for the mission or one party, with
    /// how many those are by source or handling.
    /// </summary>
    /// <remarks>What is fused and found then rests on the others alone, so that nothing of those reports shows in the results.</remarks>
    public static (CaseView View, ImmutableSortedDictionary<string, int> LeftOut) Of(CaseView view)
    {
        var kept = view.Recorded.Sources.Where(s => !s.MayBeHandedOn).Select(s => s.Id).ToHashSet();
        var gone = view.Recorded.Reports.Where(r => kept.Contains(r.Source) || IsRestricted(r)).ToList();
        if (gone.Count == 0)
        {
            return (view, ImmutableSortedDictionary<string, int>.Empty);
        }

        var ids = gone.Select(r => r.Id).ToHashSet();
        var @case = view.Recorded with
        {
            Reports = [.. view.Recorded.Reports.Where(r => !ids.Contains(r.Id)).Select(r => Without(r, ids))],
            Pins = [.. view.Recorded.Pins.Where(p => !ids.Contains(p.A) && !ids.Contains(p.B))],
            Corrections = [.. view.Recorded.Corrections.Where(c => !ids.Contains(c.Report) && !(c.By is { } by && ids.Contains(by)))],
        };
        return (new CaseView(@case, view.Coordinates) { FusionParameters = view.FusionParameters },
            gone.GroupBy(r => IsRestricted(r) ? $"handling {r.Handling}" : r.Source.Value).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
    }

    private static bool IsRestricted(Report report) => report.Handling != default && report.Handling != Handling.Public;

    private static Report Without(Report report, HashSet<ReportId> gone) => report with
    {
        PartOf = report.PartOf is { } whole && gone.Contains(whole) ? null : report.PartOf,
        IncludedIn = report.IncludedIn.RemoveAll(gone.Contains),
        Quotes = report.Quotes.RemoveAll(gone.Contains),
        Denies = report.Denies.RemoveAll(gone.Contains),
    };
}
