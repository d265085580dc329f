using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>When a truce bound whoever claims are about: one party or, where they name no actor, each party of the case.</summary>
/// <param name="Bound">The parties that may have acted and that it bound, in the order of the case.</param>
/// <param name="Free">The parties that may have acted and that it never bound.</param>
/// <param name="When">The time in which it certainly bound each of those that it bound; null where there is none.</param>
/// <param name="Possible">From the first instant at which it may have bound one of them to the last.</param>
/// <param name="Disputed">Where the ends come from, where another account gives other ends.</param>
internal sealed record BoundTime(
    ImmutableArray<PartyId> Bound, ImmutableArray<PartyId> Free, Interval? When, Interval Possible, ImmutableArray<string> Disputed)
{
    /// <summary>Whether it bound any of them.</summary>
    public bool IsBound => !Bound.IsEmpty;

    /// <summary>The time of a truce for an actor; null for claims that name none.</summary>
    public static BoundTime Of(Case @case, Truce truce, PartyId? actor)
    {
        ImmutableArray<PartyId> mayBe = actor is { } one ? [one] : [.. @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id)];
        var times = mayBe.Select(truce.For).OfType<InForce>().ToList();
        var bound = times.Select(t => t.Party).ToImmutableArray();
        if (times.Count == 0)
        {
            return new BoundTime([], mayBe, truce.Intended, truce.Intended, []);
        }

        var common = times[0].Certain;
        foreach (var next in times.Skip(1))
        {
            common = common is { } a && next.Certain is { } b ? Intervals.Intersect(a, b) : null;
        }

        var (start, end) = (times.Min(t => Intervals.StartOf(t.When)), times.Max(t => Intervals.EndOf(t.When)));
        return new BoundTime(
            bound, [.. mayBe.Except(bound)], common,
            new Interval(start == Instant.MinValue ? null : start, end == Instant.MaxValue ? null : end),
            [.. times.Where(t => t.Disputed).Select(t => t.Basis).Distinct()]);
    }

    /// <summary>The times at which it may have bound one of them and did not certainly bind all: neither before, nor during, nor after.</summary>
    public ImmutableArray<Interval> Edges => When is { } when ? [.. Intervals.Subtract(Possible, [when])] : [];
}
