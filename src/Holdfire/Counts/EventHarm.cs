using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>How many of a group were killed or injured in one event, by the reports on it.</summary>
/// <param name="Kind">Killed or injured.</param>
/// <param name="Group">Which people.</param>
/// <param name="Range">The least and the most that any report says: reports that differ leave both possible.</param>
public sealed record EventHarm(HarmKind Kind, HarmGroup Group, CountRange Range)
{
    private static readonly ImmutableArray<(HarmKind Kind, HarmGroup Group)> All =
        [.. Enum.GetValues<HarmKind>().SelectMany(k => Enum.GetValues<HarmGroup>().Select(g => (k, g)))];

    /// <summary>The harm by kind and group; what no report speaks of is left out. Parts are in their wholes.</summary>
    /// <param name="reports">The reports on one event.</param>
    /// <param name="gone">The reports that their sources withdrew or corrected: a revised toll takes the place of the former.</param>
    public static ImmutableArray<EventHarm> Of(ImmutableArray<Report> reports, IReadOnlySet<ReportId> gone)
    {
        var told = reports.Where(r => r.Harm != Harm.NotStated && r.PartOf is null && r.Count.Max != 0 && !gone.Contains(r.Id)).Select(r => r.Harm).ToList();
        return told.Count == 0 ? [] : [.. All.Select(a => Of(told, a.Kind, a.Group)).OfType<EventHarm>()];
    }

    private static EventHarm? Of(List<Harm> told, HarmKind kind, HarmGroup group)
    {
        var said = told.Select(h => h.Of(kind, group)).OfType<CountRange>().ToList();
        return said.Count == 0 ? null
            : new EventHarm(kind, group, new CountRange(said.Min(s => s.Min), said.Exists(s => s.Max is null) ? null : said.Max(s => s.Max)));
    }
}
