using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Model;

namespace Holdfire.Verification;

/// <summary>The events of a case with what was done about each.</summary>
/// <param name="Events">The events, in their order.</param>
/// <param name="Loose">The steps that are about no event now: their reports are in none.</param>
public sealed record WorkQueue(ImmutableArray<IncidentWork> Events, ImmutableArray<VerificationStep> Loose)
{
    /// <summary>
    /// The steps go to the event that holds their report now, whichever other reports are in it; where a source replaced the report, to
    /// the event of what took its place. So what was done stays with its event when events are joined or parted.
    /// </summary>
    /// <param name="known">The case as it was known.</param>
    /// <param name="incidents">The events.</param>
    public static WorkQueue Of(Case known, IReadOnlyList<Incident> incidents)
    {
        var eventOf = incidents.SelectMany(i => i.Reports.Select(r => (Report: r.Id, Incident: i.Id))).DistinctBy(p => p.Report).ToDictionary(p => p.Report, p => p.Incident);
        var replaced = known.Corrections.Where(c => c.By is not null).DistinctBy(c => c.Report).ToDictionary(c => c.Report, c => c.By!.Value);
        IncidentId? Find(ReportId report)
        {
            var seen = new HashSet<ReportId>();
            while (seen.Add(report))
            {
                if (eventOf.TryGetValue(report, out var found))
                {
                    return found;
                }

                report = replaced.GetValueOrDefault(report, report);
            }

            return null;
        }

        var steps = known.Steps.Select(s => (Step: s, Event: Find(s.Report))).ToList();
        var byEvent = steps.Where(s => s.Event is not null).ToLookup(s => s.Event!.Value, s => s.Step);
        return new WorkQueue(
            [.. incidents.Select(i => new IncidentWork(i, new VerificationProgress([.. byEvent[i.Id]])))], [.. steps.Where(s => s.Event is null).Select(s => s.Step)]);
    }
}
