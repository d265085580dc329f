using System.Globalization;
using CsCheck;
using Holdfire.Acts;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Tests.Build;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Tests.Counts;

/// <summary>A part with a time of its own counts in its own time. Hours are from the start of the case; answers are worked out by hand.</summary>
public sealed class PartTimesTests
{
    private static readonly string[] Acts = ["attack.air", "attack.air.uav", "attack.air.missile"];

    // 359 in the bulletin of one day, of which 61 fell on that day and 298 at some time before.
    private static readonly Report[] Bulletin =
    [
        Whole("w", 0, 24, 359, PartRelation.Disjoint, true), Part("a", "w", 0, 24, 61),
        Part("b", "w", 0, 24, 298) with { Window = TimeWindow.Unknown(DateTimeZone.Utc, CaseBuilder.Start + Duration.FromHours(24)) },
    ];

    [Theory]
    [InlineData(0, 24, 61, 359)]
    [InlineData(-24, 0, 0, 298)]
    [InlineData(24, 48, 0, 0)]
    [InlineData(-240, 240, 61, 359)]
    public void PartOfUnknownTime_IsNotCertainOnTheDayOfItsWhole(int from, int to, long min, long max) => Check(Bulletin, from, to, min, max);

    // The same with a time for the others: the three days before.
    [Theory]
    [InlineData(0, 24, 61, 61)]
    [InlineData(-72, 0, 298, 298)]
    [InlineData(-72, 24, 359, 359)]
    [InlineData(-72, -48, 0, 298)]
    [InlineData(-48, 24, 61, 359)]
    public void PartsThatAreAll_CountEachInTheirTime(int from, int to, long min, long max) =>
        Check([Bulletin[0], Bulletin[1], Part("b", "w", -72, 0, 298)], from, to, min, max);

    // 300 in thirty days, of them 100 to 200 on the fifth: 100 to 200 on the others.
    [Theory]
    [InlineData(0, 720, 300, 300)]
    [InlineData(96, 120, 100, 300)]
    [InlineData(0, 96, 0, 200)]
    [InlineData(0, 120, 100, 300)]
    [InlineData(120, 720, 0, 200)]
    public void PartOfOneDay_LeavesTheRestToTheWhole(int from, int to, long min, long max) => Check(
        [Whole("w", 0, 720, 300, PartRelation.Disjoint), Part("a", "w", 96, 120, 100) with { Count = new CountRange(100, 200) }], from, to, min, max);

    // Nothing says whether the two parts share events: at least 60 where both are, the larger of them; in none of them at most 40.
    [Theory]
    [InlineData(0, 48, 100, 100)]
    [InlineData(0, 24, 50, 100)]
    [InlineData(12, 36, 60, 100)]
    [InlineData(36, 48, 0, 40)]
    public void PartsThatMayShareEvents_AreNotAdded(int from, int to, long min, long max) => Check(
        [Whole("w", 0, 48, 100, PartRelation.Unknown), Part("a", "w", 0, 24, 50), Part("b", "w", 12, 36, 60)], from, to, min, max);

    [Fact]
    public void PartWithAnotherClaimBesideIt_IsAddedToItOnce()
    {
        // By night 40 of 100; in the evening another report of 30. Both days: 100, or 40 and 30 and no more.
        Report[] reports = [Whole("w", 0, 48, 100, PartRelation.Disjoint), Part("a", "w", 0, 6, 40), CaseBuilder.Claim("c", 18, 24, CountRange.Exactly(30))];
        Check(reports, 0, 6, 40, 100);
        Check(reports, 0, 24, 70, 130);
        Check(reports, 0, 48, 100, 130);
        Assert.Equal(["c", "w"], Count(reports, 0, 48).Overlap.Select(i => i.Value));
        Assert.Equal(3, Count(reports, 0, 48).Reports);
    }

    [Fact]
    public void WholeThatIncludesOthers_StaysOneClaimInAllItsTime()
    {
        Report[] reports = [Whole("w", 0, 24, 100, PartRelation.Disjoint), Part("a", "w", -24, 0, 70), CaseBuilder.Claim("c", -6, 0, CountRange.Exactly(10), includedIn: "w")];
        Check(reports, -24, 24, 100, 100);
        Check(reports, 0, 24, 0, 100);
        Check(reports, -24, 0, 10, 100);
    }

    [Fact]
    public void PartThatCountsOtherThings_LeavesTheTimeAlone() => Check(
        [Whole("w", 0, 24, 100, PartRelation.Disjoint), Part("a", "w", 24, 48, 80) with { Measure = Measure.Destroyed }], 0, 24, 100, 100);

    [Fact]
    public void PartsOfATrueTotal_BoundTheTruth_AndObeyThePartitionLaw() =>
        Gen.Select(Happened.Array[0, 20], Others.Array[0, 5], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[1, 47], Gen.Int[0, 2]).Sample(
            (events, others, slack, kind, cut, act) =>
            {
                var reports = Derive(events, others, slack, kind);
                var rows = new[] { (0, cut), (cut, 48), (0, 48) }.Select(w => (Window: w, Row: Count(reports, w.Item1, w.Item2, Acts[act]))).ToArray();
                foreach (var ((from, to), row) in rows)
                {
                    var asked = events.Where(e => e.Hour >= from && e.Hour < to && (act == 0 || e.Act == act)).ToArray();
                    var claimed = asked.Count(e => e.Told || others.Any(o => o.Holds(e)));
                    if (row.Min > asked.Length || (row.Max ?? long.MaxValue) < claimed || row.Min > (row.Max ?? long.MaxValue))
                    {
                        return false;
                    }
                }

                return rows[0].Row.Min + rows[1].Row.Min <= rows[2].Row.Min
                    && (rows[0].Row.Max is not { } a || rows[1].Row.Max is not { } b || rows[2].Row.Max <= a + b);
            });

    [Fact]
    public void Parts_InAnotherOrder_GiveTheSameRow() => Gen.Shuffle(Bulletin).Sample(r => Count(r, -24, 24) is { Min: 61, Max: 359 });

    [Fact]
    public void ClaimThatKeepsAnotherWhole_IsNamed()
    {
        Report[] reports = [Whole("w", 0, 24, 100, PartRelation.Disjoint), Part("a", "w", -24, 0, 70), CaseBuilder.Claim("c", -6, 0, CountRange.Exactly(10), includedIn: "w")];
        Assert.Equal(["c"], Count(reports, 0, 24).KeptWholeBy.Select(i => i.Value));
        Assert.Empty(Count(reports, 48, 72).KeptWholeBy);

        // By another of its side where both are counted, and where its source alone is, by none: then the part is apart.
        reports[2] = reports[2] with { Source = CaseBuilder.Navy };
        Assert.Equal(["c"], Count(reports, 0, 24).KeptWholeBy.Select(i => i.Value));
        var alone = Of(reports, null, CaseBuilder.Army, 0, 24);
        Assert.Equal((30L, (long?)30, 0), (alone.Min, alone.Max, alone.KeptWholeBy.Length));
    }

    [Fact]
    public void InclusionByWhatCountsOtherThings_LeavesPartsApart_UnlessItLeadsOn()
    {
        Report[] reports =
        [
            Whole("w", 0, 24, 100, PartRelation.Disjoint), Part("a", "w", -24, 0, 70),
            CaseBuilder.Claim("c", -6, 0, CountRange.Exactly(10), includedIn: "w") with { Measure = Measure.Destroyed },
        ];
        Check(reports, 0, 24, 30, 30);
        Check([.. reports, CaseBuilder.Claim("d", -6, 0, CountRange.Exactly(5), includedIn: "c")], 0, 24, 0, 100);
    }

    [Fact]
    public void ReportsOfSourcesThatAreNotCounted_ChangeNothing_AndSidesMirror() => Gen.Select(Linked.Array[1, 14], Gen.Int[-24, 40], Gen.Int[1, 60]).Sample((told, from, hours) =>
    {
        var reports = Linking(told);
        foreach (var (side, source) in new (PartyId?, SourceId?)[] { (CaseBuilder.Side, null), (CaseBuilder.Side, CaseBuilder.Army), (null, CaseBuilder.Navy), (new PartyId("BB"), null) })
        {
            bool IsCounted(Report r) => side is { } s && source is null ? r.Source.Value.StartsWith(s.Value, StringComparison.OrdinalIgnoreCase) : r.Source == source;
            // What others say: it counts more, at another time, and is in nothing; what is counted says the same.
            Report[] changed = [.. reports.Select(r => IsCounted(r) ? r : r with { IncludedIn = [], Count = CountRange.Exactly(999), Window = TimeWindow.Exact(CaseBuilder.Hours(-90, -80)) })];
            if (!Same(Of(reports, side, source, from, from + hours), Of(changed, side, source, from, from + hours)))
            {
                return false;
            }
        }

        SourceId Swapped(SourceId s) => s == CaseBuilder.Army ? new SourceId("bb-army") : s.Value == "bb-army" ? CaseBuilder.Army : s;
        Report[] mirrored = [.. reports.Select(r => r with { Source = Swapped(r.Source) })];
        return Same(Of(reports, null, CaseBuilder.Army, from, from + hours), Of(mirrored, new PartyId("BB"), null, from, from + hours));
    });

    private static readonly Gen<(int From, int Hours, int Count, int Area, int Source, int Link, int Other)> Linked = Gen.Select(
        Gen.Int[-24, 40], Gen.Int[1, 30], Gen.Int[0, 20], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 13],
        (from, hours, count, area, source, link, other) => (from, hours, count, area, source, link, other));

    // Claims of three sources, some of them parts of earlier ones of their source, or in earlier ones of any.
    private static Report[] Linking((int From, int Hours, int Count, int Area, int Source, int Link, int Other)[] told)
    {
        var reports = new List<Report>();
        foreach (var t in told)
        {
            var source = new[] { CaseBuilder.Army, CaseBuilder.Navy, new SourceId("bb-army") }[t.Source];
            AreaCode? area = t.Area == 0 ? null : new[] { CaseBuilder.North, CaseBuilder.South, CaseBuilder.All }[t.Area - 1];
            var claim = CaseBuilder.Claim(string.Create(CultureInfo.InvariantCulture, $"c{reports.Count:00}"), t.From, t.From + t.Hours, CountRange.Exactly(t.Count), area, source: source) with { Parts = PartRelation.Disjoint };
            var other = reports.Count == 0 ? null : reports[t.Other % reports.Count];
            reports.Add(other is null || t.Link == 0 ? claim
                : t.Link == 1 && other.PartOf is null ? claim with { Source = other.Source, PartOf = other.Id } : claim with { IncludedIn = [other.Id] });
        }

        return [.. reports];
    }

    private static bool Same(CountRow a, CountRow b) =>
        (a.Min, a.Max, a.Reports) == (b.Min, b.Max, b.Reports) && a.Overlap.SequenceEqual(b.Overlap) && a.KeptWholeBy.SequenceEqual(b.KeptWholeBy);

    private static CountRow Of(Report[] reports, PartyId? side, SourceId? source, int from, int to) =>
        Counter.Count(CaseView.Of(CaseBuilder.Of(reports)), new CountQuery(side, source, null, new ActCode("attack.air"), Measure.Launched, [CaseBuilder.Hours(from, to)]))[0];

    private static readonly Gen<Event> Happened = Gen.Select(
        Gen.Int[0, 47], Gen.Int[1, 2], Gen.Bool, Gen.Int[0, 2], (hour, act, told, part) => new Event(hour, act, told, part));

    private static readonly Gen<Other> Others = Gen.Select(Gen.Int[0, 40], Gen.Int[1, 12], Gen.Int[0, 2], (from, hours, act) => new Other(from, from + hours, act));

    // One total of the events that were told of; parts 1 and 2 of it have times of their own. The rest, part 0, lies in the whole's time.
    private static Report[] Derive(Event[] events, Other[] others, int slack, int kind)
    {
        var told = events.Where(e => e.Told).ToArray();
        var (from, to) = Span(told.Where(e => e.Part == 0), 10, 20);
        var relation = kind % 3 == 0 ? PartRelation.Disjoint : kind % 3 == 1 ? PartRelation.Unknown : PartRelation.Overlapping;
        CountRange About(int count) => new(Math.Max(0, count - slack), count + slack);
        var whole = CaseBuilder.Claim("w", from, to, About(told.Length), act: "attack.air") with
        {
            Parts = relation, PartsExhaustive = kind >= 3 ? !told.Any(e => e.Part == 0) : null,
        };
        return
        [
            whole,
            .. from part in new[] { 1, 2 }
               let own = told.Where(e => e.Part == part || (relation != PartRelation.Disjoint && part == 2 && e.Part == 1 && e.Hour % 2 == 0)).ToArray()
               let time = Span(own, 5, 40)
               let act = own.Length > 0 && own.All(e => e.Act == own[0].Act) ? Acts[own[0].Act] : "attack.air"
               select CaseBuilder.Claim($"p{part}", time.From, time.To, About(own.Length), act: act) with { PartOf = whole.Id },
            .. others.Select((o, i) => CaseBuilder.Claim(string.Create(CultureInfo.InvariantCulture, $"o{i}"), o.From, o.To, About(events.Count(o.Holds)), act: Acts[o.Act])),
        ];
    }

    private static (int From, int To) Span(IEnumerable<Event> events, int from, int to)
    {
        var hours = events.Select(e => e.Hour).ToList();
        return hours.Count == 0 ? (from, to) : (hours.Min(), hours.Max() + 1);
    }

    private static Report Whole(string id, int from, int to, int count, PartRelation parts, bool? all = null) =>
        CaseBuilder.Claim(id, from, to, CountRange.Exactly(count)) with { Parts = parts, PartsExhaustive = all };

    private static Report Part(string id, string whole, int from, int to, int count) =>
        CaseBuilder.Claim(id, from, to, CountRange.Exactly(count)) with { PartOf = new(whole) };

    private static void Check(Report[] reports, int from, int to, long min, long? max)
    {
        var row = Count(reports, from, to);
        Assert.Equal((min, max), (row.Min, row.Max));
    }

    private static CountRow Count(Report[] reports, int from, int to, string act = "attack.air") =>
        Counter.Count(CaseView.Of(CaseBuilder.Of(reports)), new CountQuery(
            CaseBuilder.Side, null, null, new ActCode(act), Measure.Launched, [CaseBuilder.Hours(from, to)]))[0];

    private sealed record Event(int Hour, int Act, bool Told, int Part);

    private sealed record Other(int From, int To, int Act)
    {
        public bool Holds(Event e) => e.Hour >= From && e.Hour < To && (Act == 0 || e.Act == Act);
    }
}
