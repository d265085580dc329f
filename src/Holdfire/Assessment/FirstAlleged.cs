using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using Holdfire.Views;

namespace Holdfire.Assessment;

/// <summary>The first breach of a truce that anyone alleges of a party, in a report or a statement.</summary>
/// <param name="Actor">The party.</param>
/// <param name="Claim">The claim: the earliest that lies wholly within the time in force and claims at least one.</param>
public sealed record FirstAlleged(PartyId Actor, Report Claim)
{
    /// <summary>One for each bound party of whom a breach is alleged, in the order of the truce.</summary>
    internal static ImmutableArray<FirstAlleged> Of(CaseView view, Truce truce) =>
    [
        .. truce.InForce.Select(f => (f.Party, First: First(view, truce, f)))
            .Where(f => f.First is not null).Select(f => new FirstAlleged(f.Party, f.First!)),
    ];

    private static Report? First(CaseView view, Truce truce, InForce inForce)
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
    private static Report? FirstReport(CaseView view, Truce truce, InForce inForce)
    {
        var (@case, table) = (view.Standing, ClaimTable.Of(view));
        var places = table.PlacesOf(c => !c.IsPart && c.Actor == inForce.Party
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

    private static bool IsAlleged(Case @case, Truce truce, InForce inForce, Report claim) =>
        claim.PartOf is null && claim.AllegedActor == inForce.Party && claim.Count.Min >= 1
        && claim.Window.IsInside(inForce.When)
        && truce.Prohibitions.Any(p => Forbids(@case, truce, p, claim));

    private static bool IsBefore(Report a, Report b) =>
        (Intervals.StartOf(a.Window.Extent), Intervals.EndOf(a.Window.Extent), a.Id)
            .CompareTo((Intervals.StartOf(b.Window.Extent), Intervals.EndOf(b.Window.Extent), b.Id)) < 0;

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
