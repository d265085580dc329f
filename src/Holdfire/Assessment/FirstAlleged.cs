using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The first breach of a truce that anyone alleges of a party, in a report or a statement.</summary>
/// <param name="Actor">The party; null where the claim names nobody and the truce bound each party of the case.</param>
/// <param name="Claim">The claim: the earliest that lies wholly within the time in force and claims at least one.</param>
/// <param name="Start">When the truce began for whoever may have acted.</param>
public sealed record FirstAlleged(PartyId? Actor, Report Claim, Instant Start)
{
    /// <summary>One for each bound party of whom a breach is alleged, in the order of the truce, then one for claims that name nobody.</summary>
    internal static ImmutableArray<FirstAlleged> Of(CaseView view, Truce truce, bool eitherSide) =>
    [
        .. truce.InForce.Select(f => (PartyId?)f.Party).Distinct().Concat(eitherSide ? [null] : [])
            .Select(actor => (Actor: actor, Bound: BoundTime.Of(view.Standing, truce, actor)))
            .Where(a => a.Bound.Free.IsEmpty && a.Bound.When is { HasStart: true })
            .Select(a => (a.Actor, a.Bound.When!.Value.Start, First: First(view, truce, new Asked(a.Actor, a.Bound))))
            .Where(f => f.First is not null).Select(f => new FirstAlleged(f.Actor, f.First!, f.Start)),
    ];

    private sealed record Asked(PartyId? Actor, BoundTime Bound);

    private static Report? First(CaseView view, Truce truce, Asked inForce)
    {
        // Whether the terms forbid it is the dear question, so only of a claim before the first so far.
        var @case = view.Standing;
        var first = FirstReport(view, truce, inForce);
        foreach (var claim in @case.Statements.SelectMany(s => s.Quantities))
        {
            if ((first is null || IsBefore(claim, first)) && IsAlleged(@case, truce, inForce, claim))
            {
                first = claim;
            }
        }

        return first;
    }

    // Reports come by start, so none is before the first that is alleged but of those that start with it.
    private static Report? FirstReport(CaseView view, Truce truce, Asked inForce)
    {
        var (@case, table) = (view.Standing, ClaimTable.Of(view));
        var places = table.PlacesOf(c => !c.IsPart && c.Actor == inForce.Actor
            && truce.Prohibitions.Any(p => p.Act.Contains(c.Act) && (p.Target is not { } target || target == c.Target)));
        var (first, until) = ((Report?)null, long.MaxValue);
        foreach (var place in places.TakeWhile(p => table.Starts[p] <= until))
        {
            var claim = table.Reports[place];
            if ((first is null || IsBefore(claim, first)) && IsAlleged(@case, truce, inForce, claim))
            {
                (first, until) = (claim, table.Starts[place]);
            }
        }

        return first;
    }

    private static bool IsAlleged(Case @case, Truce truce, Asked inForce, Report claim) =>
        claim.PartOf is null && claim.AllegedActor == inForce.Actor && claim.Count.Min >= 1
        && claim.Window.IsInside(inForce.Bound.When!.Value)
        && truce.Prohibitions.Any(p => Forbids(@case, truce, inForce.Bound, p, claim));

    private static bool IsBefore(Report a, Report b) =>
        (Intervals.StartOf(a.Window.Extent), Intervals.EndOf(a.Window.Extent), a.Id)
            .CompareTo((Intervals.StartOf(b.Window.Extent), Intervals.EndOf(b.Window.Extent), b.Id)) < 0;

    private static bool Forbids(Case @case, Truce truce, BoundTime bound, Prohibition prohibition, Report claim) =>
        bound.Bound.All(b => prohibition.Bound.Contains(b)) && prohibition.Act.Contains(claim.Act)
        && (prohibition.Target is not { } target || claim.Target == target)
        && !truce.Exceptions.Any(e => e.Act is { } act && !act.IsDisjointFrom(claim.Act))
        && AreasOf(@case, claim) is { Length: > 0 } areas
        && areas.All(a => prohibition.Areas.Any(p => @case.Places.Contains(p, a)));

    // Parts that are all of a claim say where it was more exactly than the claim does.
    private static ImmutableArray<AreaCode> AreasOf(Case @case, Report claim) => claim.PartsExhaustive == true
        ? [.. @case.Claimed.Where(p => p.PartOf == claim.Id).SelectMany(p => p.Areas)]
        : claim.Areas;
}
