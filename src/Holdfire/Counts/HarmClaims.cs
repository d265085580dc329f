using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Counts;

/// <summary>Claims of harm as claims that can be counted: how many of a group each report says were killed or injured.</summary>
public static class HarmClaims
{
    /// <summary>
    /// The view in which the count of every report is its number of people harmed, in persons that occurred. Reports that say nothing of
    /// them are left out; a part whose whole is left out stands for itself.
    /// </summary>
    /// <param name="view">The view.</param>
    /// <param name="kind">Killed or injured.</param>
    /// <param name="group">Which people.</param>
    public static CaseView Of(CaseView view, HarmKind kind, HarmGroup group)
    {
        var known = view.Known;
        var wholes = known.Claimed.Where(r => r.PartOf is not null).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.PartOf!.Value);
        var saying = known.Claimed.Where(r => r.Harm.Of(kind, group) is not null).Select(r => r.Id).ToHashSet();
        var gone = known.Corrections.Select(c => c.Report).ToHashSet();
        ImmutableArray<Report> Harms(ImmutableArray<Report> reports) =>
        [
            .. reports.Where(r => saying.Contains(r.Id) && !(r.PartOf is { } whole && !saying.Contains(whole) && IsGone(whole))).Select(r => r with
            {
                Count = r.Harm.Of(kind, group)!.Value, Measure = Measure.Occurred, Unit = CountUnit.Person,
                PartOf = r.PartOf is { } whole && saying.Contains(whole) ? whole : null,
            }),

            // What was taken back still says where an inclusion leads, and nothing else: no harm is counted in this unit.
            .. reports.Where(r => gone.Contains(r.Id) && !saying.Contains(r.Id)).Select(r => r with { PartOf = null, Unit = CountUnit.Item }),
        ];
        bool IsGone(ReportId whole)
        {
            for (ReportId? at = whole; at is { } id; at = wholes.TryGetValue(id, out var next) ? next : null)
            {
                if (gone.Contains(id))
                {
                    return true;
                }
            }

            return false;
        }

        return new CaseView(
            known with
            {
                Reports = Harms(known.Reports),
                Statements = [.. known.Statements.Select(s => s with { Quantities = Harms(s.Quantities) })],
                Conflicts = [],
            },
            view.Coordinates);
    }
}
