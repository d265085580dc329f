using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests.Talks;

/// <summary>Small invented talks.</summary>
internal static class TalksBuilder
{
    public static readonly PartyId One = new("AA");
    public static readonly PartyId Other = new("BB");

    public static ImmutableArray<TalksItem> Items(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new TalksItem(new($"I{i}"), new("talks"), $"item {i}", null, ""))];

    public static Precondition Edge(
        string id, int requires, int @for, PreconditionRelation relation = PreconditionRelation.Before, bool inferred = false) => new()
    {
        Id = new(id), Actor = One, Requires = new($"I{requires}"), For = new($"I{@for}"), Relation = relation,
        Statements = [new StatementId("S" + id)], Inference = inferred ? new Inference("us", "so", "its words") : null,
    };

    public static TimeWindow Day(int day) => TimeWindow.Exact(new Interval(
        Instant.FromUtc(2030, 1, day, 0, 0), Instant.FromUtc(2030, 1, day, 0, 0) + Duration.FromDays(1)));
}
