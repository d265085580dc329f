using System.Collections.Immutable;
using CsCheck;
using Holdfire.Acts;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Tallies;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests.Tallies;

public sealed class EventTalliesTests
{
    private static readonly Instant Start = Instant.FromUtc(2031, 3, 1, 0, 0);

    private static readonly Gazetteer Places = new(
    [
        new Area(new("X-A"), "A", "", [], new GeoPoint(10, 10), 10, []) { Within = new AreaCode("X-ALL") }, new Area(new("X-B"), "B", "", [], new GeoPoint(12, 10), 10, []),
        new Area(new("X-C"), "C", "", [], new GeoPoint(14, 10), 10, []), new Area(new("X-ALL"), "All", "", [], null, 0, [new("X-B"), new("X-C")]),
    ]);

    private static readonly Gen<FindingSubject> AnySubject = Gen.Select(
        Gen.Int[0, 70], Gen.Int[1, 40], Of("", "X-A", "X-B", "X-B X-C"), Of("", "N", "N S", "S"), Of("attack.air", "attack.shelling"), Gen.Int[1, 9], Gen.Int[0, 9],
        Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))).Select((from, hours, areas, actors, act, least, more, sum) =>
            Subject(from, hours, areas, actors, act, new CountRange(least, least + more), sum));

    // However events are told apart, each is in one row, and the rows come to the whole.
    [Fact]
    public void Rows_OfAnyDimensions_AddUpToAllEvents() => Gen.Select(AnySubject.Array[0, 12], Gen.Int[0, 7]).Sample((subjects, chosen) =>
    {
        var by = Enum.GetValues<TallyDimension>().Where(d => (chosen & (1 << (int)d)) != 0).ToHashSet();
        var tallies = Of(Numbered(subjects), by);
        var span = Day(1);
        var (all, rows) = (tallies.Of(null, span), tallies.KeysIn(span).Select(k => tallies.Of(k, span)).ToList());
        Assert.Equal((all.Events.Min, all.Events.Max, all.Sums), (rows.Sum(r => r.Events.Min), rows.Sum(r => r.Events.Max), rows.Sum(r => r.Sums)));
        Assert.Equal(all.Ids, rows.SelectMany(r => r.Ids).Order(StringComparer.Ordinal));
    });

    // What is certain of two days is no more than what is certain of both together, and what may be of both no more than what may be of each.
    [Fact]
    public void Bounds_OfDays_HoldThoseOfTheirUnion() => AnySubject.Array[0, 12].Sample(subjects =>
    {
        var tallies = Of(Numbered(subjects), []);
        var (one, two, both) = (tallies.Of(null, Day(0)), tallies.Of(null, Day(1)), tallies.Of(null, new Interval(Day(0).Start, Day(1).End)));
        Assert.True(one.Events.Min + two.Events.Min <= both.Events.Min);
        Assert.True(one.Events.Max + two.Events.Max >= both.Events.Max);
    });

    [Fact]
    public void Sums_AreNeverAddedToTheSingleEventsThatTheyMayHold()
    {
        FindingSubject[] subjects =
        [
            Subject(2, 1, "X-A", "N", "attack.shelling", CountRange.Exactly(3), false), Subject(5, 1, "X-A", "N", "attack.shelling", CountRange.Exactly(4), false),
            Subject(0, 24, "X-A", "N", "attack.shelling", new CountRange(10, 12), true), Subject(20, 10, "X-A", "N", "attack.shelling", CountRange.Exactly(1), false),
        ];
        var tally = Of(Numbered(subjects), []).Of(null, Day(0));
        Assert.Equal(("2..3", 1), (tally.Events.ToString(), tally.Sums));
        Assert.Equal("10..20", Assert.Single(tally.Numbers).Range.ToString()); // at least the sum; at most 3, 4, 12 and 1
    }

    [Theory]
    [InlineData("X-B", "X-B")]
    [InlineData("X-B X-C", "X-ALL")] // the smallest area that holds both
    [InlineData("X-A X-B", "X-ALL")] // A lies within All, B is a member
    [InlineData("", "")]
    public void Area_OfAnEvent_IsTheSmallestThatSurelyHoldsIt(string areas, string expected) => Assert.Equal(
        expected, Of(Numbered([Subject(1, 1, areas, "N", "attack", CountRange.Exactly(1), false)]), [TallyDimension.Area]).KeysIn(Day(0)).Single().Area?.Value ?? "");

    [Fact]
    public void Point_WithinADeclaredCircle_IsInItsArea()
    {
        var near = Subject(1, 1, "", "N", "attack", CountRange.Exactly(1), false) with { Point = new GeoCircle(new GeoPoint(12.01, 10), 2) };
        var far = near with { Point = new GeoCircle(new GeoPoint(12.08, 10), 2) }; // 8.9 km from the centre, and 2 more
        Assert.Equal("X-B", Of(Numbered([near]), [TallyDimension.Area]).KeysIn(Day(0)).Single().Area?.Value);
        Assert.Null(Of(Numbered([far]), [TallyDimension.Area]).KeysIn(Day(0)).Single().Area);
    }

    [Fact]
    public void Event_WhoseReportsAreAllWithdrawn_IsNotCounted()
    {
        var subjects = Numbered([Subject(1, 1, "X-A", "N", "attack", CountRange.Exactly(1), false)]);
        var gone = Case() with { Corrections = [new Correction(subjects[0].Reports[0].Id, CorrectionKind.Withdrawn, null, null, "")] };
        Assert.Equal(1, Of(subjects, []).Of(null, Day(0)).Events.Max);
        Assert.Equal(0, new EventTallies(gone, subjects, ImmutableHashSet<TallyDimension>.Empty).Of(null, Day(0)).Events.Max);
    }

    [Theory]
    [InlineData(3, 5, 1, 2, SpanChange.More)]
    [InlineData(1, 2, 3, 5, SpanChange.Fewer)]
    [InlineData(3, 5, 5, 6, SpanChange.CannotSay)]
    [InlineData(3, 3, 3, 3, SpanChange.Same)]
    [InlineData(3, 4, 3, 4, SpanChange.CannotSay)]
    public void Change_IsSaidOnlyWhereItHoldsWhereverTheNumbersAre(long min, long max, long thenMin, long thenMax, SpanChange expected) =>
        Assert.Equal(expected, SpanChanges.Of(new CountRange(min, max), new CountRange(thenMin, thenMax)));

    private static EventTallies Of(FindingSubject[] subjects, HashSet<TallyDimension> by) => new(Case(), subjects, by);

    private static FindingSubject[] Numbered(FindingSubject[] subjects) => [.. subjects.Select((s, i) => s with
    {
        Id = $"E{i:00}", Reports = [s.Reports[0] with { Id = new ReportId($"R{i:00}") }],
    })];

    private static Interval Day(int day) => new(Start + Duration.FromDays(day), Start + Duration.FromDays(day + 1));

    private static FindingSubject Subject(int from, int hours, string areas, string actors, string act, CountRange count, bool sum)
    {
        var window = new Interval(Start + Duration.FromHours(from), Start + Duration.FromHours(from + hours));
        return new FindingSubject
        {
            Id = "", Window = window, Act = new ActCode(act), Count = count, Numbers = [new IncidentCount(Measure.Occurred, CountUnit.Item, count)], IsAggregate = sum,
            Areas = [.. areas.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => new AreaCode(a))],
            Actors = [.. actors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => new PartyId(a))],
            Reports =
            [
                new Report
                {
                    Id = new ReportId("R"), Source = new SourceId("s"), Act = new ActCode(act), Measure = Measure.Occurred, Count = count, Window = TimeWindow.Exact(window), IsAggregate = sum,
                },
            ],
        };
    }

    private static Case Case() => new() { Id = "c", Title = "C", Zone = "UTC", Places = Places, Parties = [], Sources = [] };

    private static Gen<string> Of(params string[] any) => Gen.Int[0, any.Length - 1].Select(i => any[i]);
}
