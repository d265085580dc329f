using System.Collections.Immutable;
using Holdfire.Cases;
using Holdfire.Places;
using Holdfire.Reports;
using Holdfire.Sources;
using Holdfire.Terms;
using Holdfire.Time;

namespace Holdfire.Assessment;

/// <summary>The first breach of a truce that anyone alleges of a party, in a report or a statement.</summary>
/// <param name="Actor">The party.</param>
/// <param name="Claim">The claim: the earliest that lies wholly within the time in force and claims at least one.</param>
public sealed record FirstAlleged(PartyId Actor, Report Claim)
{
    /// <summary>One for each bound party of whom a breach is alleged, in the order of the truce.</summary>
    internal static ImmutableArray<FirstAlleged> Of(Case @case, Truce truce, AssessmentOptions options) =>
    [
        .. truce.InForce.Select(f => (f.Party, First: First(@case, truce, f, options)))
            .Where(f => f.First is not null).Select(f => new FirstAlleged(f.Party, f.First!)),
    ];

    private static Report? First(Case @case, Truce truce, InForce inForce, AssessmentOptions options) => @case.Claimed
        .Where(r => r.PartOf is null && r.AllegedActor == inForce.Party && r.Count.Min >= 1 && r.Window.IsInside(inForce.When)
            && (options.AsOf is not { } asOf || r.KnownAt <= asOf) && truce.Prohibitions.Any(p => Forbids(@case, truce, p, r)))
        .OrderBy(r => Intervals.StartOf(r.Window.Extent)).ThenBy(r => Intervals.EndOf(r.Window.Extent)).ThenBy(r => r.Id).FirstOrDefault();

    private static bool Forbids(Case @case, Truce truce, Prohibition prohibition, Report claim) =>
        prohibition.Bound.Contains(claim.AllegedActor!.Value) && prohibition.Act.Contains(claim.Act)
        && (prohibition.Target is not { } target || claim.Target == target)
        && !truce.Exceptions.Any(e => e.Act is { } act && !act.IsDisjointFrom(claim.Act))
        && AreasOf(@case, claim) is { Length: > 0 } areas
        && areas.All(a => prohibition.Areas.Any(p => @case.Places.Contains(p, a)));

    // Parts that are all of a claim say where it was more exactly than the claim does.
    private static ImmutableArray<AreaCode> AreasOf(Case @case, Report claim) => claim.PartsExhaustive == true
        ? [.. @case.Claimed.Where(p => p.PartOf == claim.Id).SelectMany(p => p.Areas)]
        : claim.Areas;
}
