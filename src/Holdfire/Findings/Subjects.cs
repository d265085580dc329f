using System.Collections.Immutable;
using Holdfire.Cases;
using Holdfire.Places;
using Holdfire.Reports;
using Holdfire.Sources;

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

    /// <summary>A report that stands alone.</summary>
    public static FindingSubject Of(Report report, IReadOnlyDictionary<SourceId, AreaCode> scopes) => new()
    {
        Id = report.Id.Value,
        Reports = [report],
        Window = report.Window.Extent,
        Act = report.Act,
        Target = report.Target,
        Count = report.Count,
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
