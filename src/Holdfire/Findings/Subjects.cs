using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Fusion;
using Holdfire.Places;

namespace Holdfire.Findings;

/// <summary>Makes subjects of reports.</summary>
public static class Subjects
{
    /// <summary>
    /// Every claim of the case as a subject of its own, in the order of the case: reports and quantities of statements. Left
    /// out are parts, which their wholes hold, and claims of none, which allege no event (a pure denial is one).
    /// </summary>
    public static ImmutableArray<FindingSubject> OfReports(Case @case)
    {
        var scopes = Scopes(@case);
        return [.. @case.Claimed.Where(r => r.PartOf is null && r.Count.Max != 0).Select(r => Of(r, scopes))];
    }

    /// <summary>
    /// The incidents of a case and, each alone, the quantities of its statements, which are not fused. Left out are incidents
    /// of parts alone and those that nobody alleges.
    /// </summary>
    public static ImmutableArray<FindingSubject> OfIncidents(Case @case, IEnumerable<Incident> incidents)
    {
        var scopes = Scopes(@case);
        var said = @case.Statements.SelectMany(s => s.Quantities).Where(r => r.PartOf is null && r.Count.Max != 0);
        return
        [
            .. incidents.Where(i => i.Reports.Any(r => r.PartOf is null && r.Count.Max != 0)).Select(i => Of(i, scopes) with { Apart = i.IsContested ? Apart(i.Reports, @case.Pins) : [] }),
            .. said.Select(r => Of(r, scopes)),
        ];
    }

    // What is of one event whatever the weights: by quotes, denials and pins.
    private static ImmutableArray<ImmutableArray<Report>> Apart(ImmutableArray<Report> reports, ImmutableArray<Pin> pins)
    {
        var places = reports.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i);
        var sets = new DisjointSets(reports.Length);
        var stated = reports.SelectMany(r => r.Quotes.Concat(r.Denies).Select(o => (r.Id, Other: o)))
            .Concat(pins.Where(p => p.Same).Select(p => (Id: p.A, Other: p.B)));
        foreach (var (id, other) in stated)
        {
            if (places.TryGetValue(id, out var a) && places.TryGetValue(other, out var b))
            {
                sets.Join(a, b);
            }
        }

        return [.. reports.Select((r, i) => (Report: r, Set: sets.Find(i))).GroupBy(r => r.Set).Select(g => g.Select(r => r.Report).ToImmutableArray())];
    }

    /// <summary>An incident.</summary>
    /// <remarks>
    /// Its point is the closest that a report gives, since the event lies within each; its count is that of launches or, for
    /// want of them, of acts, or else the first.
    /// </remarks>
    public static FindingSubject Of(Incident incident, IReadOnlyDictionary<SourceId, AreaCode> scopes)
    {
        ImmutableArray<Report> told = [.. incident.Reports.Where(r => r.Count.Max != 0)];
        var targets = told.Select(r => r.Target).Where(t => t != TargetKind.Unknown).Distinct().ToList();
        var measures = incident.Counts.Where(c => c.Range.Max != 0).OrderBy(c => c.Measure == Measure.Launched ? 0 : c.Measure == Measure.Occurred ? 1 : 2);
        return new FindingSubject
        {
            Id = incident.Id.Value,
            Reports = incident.Reports,
            Window = incident.Window,
            Act = incident.Act,
            Target = WidestOf(targets),
            Count = measures.Select(c => (CountRange?)c.Range).FirstOrDefault() ?? CountRange.Some,
            Numbers = [.. incident.Counts.Where(c => c.Range.Max != 0)],
            Areas = incident.Areas,
            Point = told.Where(r => r.Point is not null).OrderBy(r => r.Point!.Value.RadiusKm).ThenBy(r => r.Id).Select(r => r.Point).FirstOrDefault(),
            Scopes = incident.Areas.IsEmpty ? [.. told.Select(r => r.Source).Distinct().Where(scopes.ContainsKey).Select(s => scopes[s]).Distinct().Order()] : [],
            Actors = [.. told.Select(r => r.AllegedActor).OfType<PartyId>().Distinct().Order()],
            IsAggregate = incident.IsAggregate,
        };
    }

    // The one kind that holds all that are named; not said where none does.
    private static TargetKind WidestOf(List<TargetKind> targets) => targets.Find(wide => targets.TrueForAll(wide.Contains));

    /// <summary>A report that stands alone.</summary>
    public static FindingSubject Of(Report report, IReadOnlyDictionary<SourceId, AreaCode> scopes) => new()
    {
        Id = report.Id.Value,
        Reports = [report],
        Window = report.Window.Extent,
        Act = report.Act,
        Target = report.Target,
        Count = report.Count,
        Numbers = report.Count.Max == 0 ? [] : [new IncidentCount(report.Measure, report.Unit, report.Count)],
        Areas = report.Areas,
        Point = report.Point,
        Scopes = report.Areas.IsEmpty && scopes.TryGetValue(report.Source, out var scope) ? [scope] : [],
        Actors = report.AllegedActor is { } actor ? [actor] : [],
        IsAggregate = report.IsAggregate,
    };

    /// <summary>The area that each source's claims are about.</summary>
    public static IReadOnlyDictionary<SourceId, AreaCode> Scopes(Case @case) =>
        @case.Sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Scope);
}
