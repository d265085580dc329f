using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Findings;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Answers;

/// <summary>What was done under the terms of one truce, by whom as alleged, against what the mission tolerates.</summary>
public sealed record TruceBreaches
{
    /// <summary>The truce.</summary>
    public required Truce Truce { get; init; }

    /// <summary>The best standard of proof that a breach reaches.</summary>
    public required Compliance Compliance { get; init; }

    /// <summary>Everything within the terms.</summary>
    public required BreachTally All { get; init; }

    /// <summary>The same by alleged actor, in the order of the parties, then what names none.</summary>
    public required ImmutableArray<ActorBreaches> Actors { get; init; }

    /// <summary>Civil days of the case's zone that the truce touches, as far as they had begun by the instant of the view; 0 for none.</summary>
    public required int Days { get; init; }

    /// <summary>What the mission tolerates, or the default.</summary>
    public Tolerance Tolerance => Truce.Tolerance ?? Tolerance.Default;

    /// <summary>Whether more was done than is tolerated.</summary>
    public required bool IsExceeded { get; init; }

    /// <summary>The prohibitions and actors of which that is so by themselves; a null actor stands for all.</summary>
    public required ImmutableHashSet<(string Prohibition, PartyId? Actor)> Exceeded { get; init; }

    /// <summary>What findings under a truce come to.</summary>
    /// <param name="case">The case, as it was known.</param>
    /// <param name="truce">The truce.</param>
    /// <param name="findings">The findings under it; those under others are passed over.</param>
    /// <param name="knownBy">The instant up to which things were known; null for everything.</param>
    public static TruceBreaches Of(Case @case, Truce truce, IEnumerable<Finding> findings, Instant? knownBy)
    {
        var days = TruceDays.Of(@case, truce, knownBy);
        var counter = new BreachCounter(@case, days);
        var all = findings.Where(f => f.Truce == truce.Id && f.Ladder.Standard != StandardOfProof.Withdrawn && f.Placement != Placement.OutsideTerms)
            .Select(f => new Breach(f)).ToList();
        var within = all.FindAll(b => b.IsWithin);
        var tolerance = truce.Tolerance ?? Tolerance.Default;
        var actors = @case.Parties.Select(p => (PartyId?)p.Id).Append(null);
        return new TruceBreaches
        {
            Truce = truce,
            Days = days.Count,
            Compliance = within.Select(b => b.Compliance).DefaultIfEmpty(Compliance.NoneAlleged).Max(),
            All = counter.Tally(all),
            Actors = [.. actors.Select(a => (Actor: a, Of: all.FindAll(b => b.Actor == a))).Where(a => a.Of.Count > 0).Select(a => new ActorBreaches(a.Actor, counter.Tally(a.Of)))],
            IsExceeded = counter.Exceeds(within, tolerance),
            Exceeded = [.. within.GroupBy(b => b.Finding.Prohibition).SelectMany(p => Parts([.. p]).Where(g => counter.Exceeds(g.Of, tolerance)).Select(g => (p.Key, g.Actor)))],
        };
    }

    // All of a prohibition, and each named actor's by itself.
    private static IEnumerable<(PartyId? Actor, List<Breach> Of)> Parts(List<Breach> all) =>
        all.GroupBy(b => b.Actor).Where(g => g.Key is not null).Select(g => (g.Key, g.ToList())).Append((null, all));
}
