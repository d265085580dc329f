using System.Globalization;
using CsCheck;
using Holdfire.Acts;
using Holdfire.Counts;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Tests.Build;
using DuckDB.NET.Data;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Tests.Counts;

public sealed class CounterPropertyTests
{
    private static readonly string[] Acts = ["attack.air", "attack.air.uav", "attack.air.missile"];
    private static readonly AreaCode[] Areas = [CaseBuilder.North, CaseBuilder.South, CaseBuilder.West, CaseBuilder.All];

    private static readonly Gen<(int Hour, int Area, int Act)> Event =
        Gen.Select(Gen.Int[0, 47], Gen.Int[0, 2], Gen.Int[1, 2]);

    private static readonly Gen<Shape> Claims = Gen.Select(
        Gen.Int[0, 47], Gen.Int[1, 20], Gen.Int[-1, 3], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[-1, 11],
        (from, hours, area, act, slack, outer) => new Shape(from, from + hours, area, act, slack, outer));

    private static readonly Gen<Report[]> Reports = Claims.Array[0, 12].Select(shapes => Derive(shapes, null));

    [Fact]
    public void Count_ClaimsOfTrueEvents_BoundTheTruth() =>
        Gen.Select(Event.Array[0, 25], Claims.Array[0, 12], Gen.Int[0, 40], Gen.Int[1, 48], Gen.Int[-1, 3], Gen.Int[0, 2])
            .Sample((events, shapes, from, hours, region, act) =>
            {
                var reports = Derive(shapes, events);
                var row = Count(reports, from, from + hours, region, act);
                var asked = events.Where(e => e.Hour >= from && e.Hour < from + hours && Is(e, region, act)).ToArray();
                var claimed = asked.Count(e => shapes.Any(s => s.Holds(e)));
                return row.Min <= asked.Length && (row.Max ?? long.MaxValue) >= claimed;
            });

    [Fact]
    public void Count_WindowCutInParts_ObeysThePartitionLaw() =>
        Gen.Select(Reports, Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[-1, 3]).Sample((reports, a, b, region) =>
        {
            var parts = new[] { Count(reports, 0, a, region, 0), Count(reports, a, a + b, region, 0), Count(reports, a + b, 70, region, 0) };
            var whole = Count(reports, 0, 70, region, 0);
            long? sum = parts.Any(p => p.Max is null) ? null : parts.Sum(p => p.Max!.Value);
            return parts.Sum(p => p.Min) <= whole.Min && whole.Min <= (whole.Max ?? long.MaxValue) &&
                (sum is null || whole.Max <= sum);
        });

    [Fact]
    public void Count_AnyClaims_MinEqualsTheBestOfAllSubsets() =>
        Gen.Select(Reports, Gen.Int[0, 30], Gen.Int[5, 60], Gen.Int[-1, 3], Gen.Int[0, 2]).Sample((reports, from, hours, region, act) =>
            Count(reports, from, from + hours, region, act).Min == BestSubset(reports, from, from + hours, region, act));

    [Fact]
    public void Count_ReportsInAnotherOrder_GiveTheSameRows() =>
        Gen.Select(Reports, Gen.Int[0, 30], Gen.Int[5, 60]).SelectMany(t => Gen.Shuffle(t.Item1).Select(s => (t, s))).Sample(x =>
        {
            var (a, b) = (Count(x.t.Item1, x.t.Item2, x.t.Item2 + x.t.Item3, -1, 0), Count(x.s, x.t.Item2, x.t.Item2 + x.t.Item3, -1, 0));
            return a with { Overlap = [] } == b with { Overlap = [] } && a.Overlap.SequenceEqual(b.Overlap);
        });

    [Fact]
    public void Count_AnyClaims_MaxReportsAndOverlapEqualSql()
    {
        using var db = new DuckDBConnection("DataSource=:memory:");
        db.Open();
        Gen.Select(Claims.Array[0, 12], Gen.Int[0, 30], Gen.Int[5, 60]).Sample(
            (shapes, from, hours) =>
            {
                var reports = Derive([.. shapes.Select(s => s with { Outer = -1, Act = 1, Area = -1 })], null);
                var row = Count(reports, from, from + hours, -1, 1);
                var sql = Sql(db, reports, from, from + hours);
                return sql == (row.Max, row.Reports, string.Join(',', row.Overlap));
            },
            iter: 50,
            threads: 1);
    }

    private static (long? Max, int Reports, string Overlap) Sql(DuckDBConnection db, Report[] reports, int from, int to)
    {
        using var command = db.CreateCommand();
        var rows = reports.Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"('{r.Id}',{Hour(r.Window.Extent.Start)},{Hour(r.Window.Extent.End)},{(r.Count.Max is { } m ? m : "null")})"));
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            with c as (select * from (values {string.Join(',', rows.Append("('',null,null,null)"))}) v(id,s,e,n)
                       where s < {to} and e > {from})
            select case when count(*) > count(n) then null else coalesce(sum(n), 0)::bigint end, count(*)::int,
                   coalesce(string_agg(id, ',' order by id) filter (exists (
                     select 1 from c d where d.id <> c.id and d.s < c.e and c.s < d.e)), '')
            from c
            """);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (reader.IsDBNull(0) ? null : reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2));
    }

    private static long BestSubset(Report[] reports, int from, int to, int region, int act)
    {
        var inside = reports.Where(r =>
            r.Window.IsInside(CaseBuilder.Hours(from, to)) && new ActCode(Acts[act]).Contains(r.Act) &&
            (region < 0 || (r.Areas.Length > 0 && CaseBuilder.Places.Contains(Areas[region], r.Areas[0])))).ToArray();
        var byId = reports.ToDictionary(r => r.Id);
        long best = 0;
        for (var set = 0; set < 1 << inside.Length; set++)
        {
            var chosen = inside.Where((_, i) => (set >> i & 1) == 1).ToArray();
            var apart = chosen.All(a => chosen.All(b => a == b || a.Window.IsDisjointFrom(b.Window) ||
                (Apart(a, b) && !Under(a, b.Id, byId) && !Under(b, a.Id, byId))));
            best = apart ? Math.Max(best, chosen.Sum(c => c.Count.Min)) : best;
        }

        return best;
    }

    private static bool Apart(Report a, Report b) =>
        a.Act.IsDisjointFrom(b.Act) ||
        (a.Areas.Length > 0 && b.Areas.Length > 0 && CaseBuilder.Places.AreDisjoint(a.Areas[0], b.Areas[0]));

    private static bool Under(Report a, ReportId outer, Dictionary<ReportId, Report> byId) =>
        a.IncludedIn.Any(i => i == outer || Under(byId[i], outer, byId));

    private static double Hour(Instant at) => (at - CaseBuilder.Start).TotalHours;

    private static bool Is((int Hour, int Area, int Act) e, int region, int act) =>
        (region is < 0 or 3 || e.Area == region) && (act == 0 || e.Act == act);

    private static CountRow Count(Report[] reports, int from, int to, int region, int act) =>
        Counter.Count(CaseView.Of(CaseBuilder.Of(reports)), new CountQuery(
            CaseBuilder.Side, null, region < 0 ? null : Areas[region], new ActCode(Acts[act]), Measure.Launched,
            [CaseBuilder.Hours(from, to)]))[0];

    // With true events, counts are theirs rounded outwards and only true inclusions are recorded; without, anything goes.
    private static Report[] Derive(Shape[] shapes, (int Hour, int Area, int Act)[]? events) => [.. shapes.Select((s, i) =>
    {
        var count = events?.Count(s.Holds) ?? 3 * s.Slack;
        var range = s.Slack == 3 ? CountRange.AtLeast(count) : new CountRange(Math.Max(0, count - s.Slack), count + s.Slack);
        var outer = s.Outer > i && s.Outer < shapes.Length && (events is null || shapes[s.Outer].Covers(s)) ? s.Outer : -1;
        return CaseBuilder.Claim(
            Id(i), s.From, s.To, range, s.Area < 0 ? null : Areas[s.Area], Acts[s.Act],
            includedIn: outer < 0 ? [] : [Id(outer)]);
    })];

    private static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"r{i:00}");

    private sealed record Shape(int From, int To, int Area, int Act, int Slack, int Outer)
    {
        public bool Holds((int Hour, int Area, int Act) e) => e.Hour >= From && e.Hour < To && Is(e, Area, Act);

        public bool Covers(Shape other) =>
            From <= other.From && To >= other.To && (Area is < 0 or 3 || Area == other.Area) && (Act == 0 || Act == other.Act);
    }
}
