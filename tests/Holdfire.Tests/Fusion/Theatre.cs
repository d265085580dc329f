using System.Collections.Immutable;
using CsCheck;
using Holdfire.Acts;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Tests.Build;
using Holdfire.Time;

namespace Holdfire.Tests.Fusion;

/// <summary>Invented reports about a small stretch of a line: four sources, points and times near each other.</summary>
internal static class Theatre
{
    public static readonly ImmutableArray<Source> Sources =
        [.. new[] { "aa-army", "bb-army", "desk", "monitor" }.Select(s => new Source(
            new(s), s, null, SourceKind.Observer, ReliabilityGrade.F, CaseBuilder.All, []))];

    private static readonly string[] Acts = ["attack.shelling", "attack", "attack.air.uav", "attack.air.uav.fpv", "attack.ground", "recon.air.uav"];

    /// <summary>Sets of up to this many reports, crowded enough that many readings are possible.</summary>
    public static Gen<Report[]> Reports(int most) => Any.Array[0, most].Select(rs => rs.Select((r, i) => r with { Id = new($"R{i:000}") }).ToArray());

    /// <summary>Sets in which some reports quote or deny one that comes before them.</summary>
    public static Gen<Report[]> Linked(int most) =>
        Gen.Select(Reports(most), Gen.Int[0, 9].Array[most], Gen.Int[0, 1000].Array[most]).Select((reports, kind, of) =>
            reports.Select((r, i) => i == 0 ? r : kind[i] switch
            {
                0 => r with { Quotes = [reports[of[i] % i].Id] },
                1 => r with { Denies = [reports[of[i] % i].Id] },
                _ => r,
            }).ToArray());

    public static Report At(
        string id, string source, double hour, double north = 0, double east = 0, double radius = 1, string act = "attack.shelling",
        long count = 1, string? actor = null, double hours = 1 / 60.0) => new()
    {
        Id = new(id),
        Source = new(source),
        Act = new(act),
        Measure = Measure.Occurred,
        Count = CountRange.Exactly(count),
        Window = TimeWindow.Exact(CaseBuilder.Hours(hour, hour + hours)),
        Point = new GeoCircle(new GeoPoint(48 + (north / 111.195), 37 + (east / 111.195 / Math.Cos(48 * Math.PI / 180))), radius),
        AllegedActor = actor is null ? null : new PartyId(actor),
    };

    public static FusionInput Input(IReadOnlyCollection<Report> reports, params Pin[] pins) =>
        new(reports, CaseBuilder.Places, Sources, Quiet, [.. pins]);

    /// <summary>The shipped parameters over a quiet background: about one report a day in ten by ten kilometres.</summary>
    public static FusionParameters Quiet { get; } = FusionParameters.Defaults with
    {
        Background = FusionParameters.Defaults.Background with { Single = new DensityMap(1 / 2400.0, 0, 0, []) },
    };

    /// <summary>The groups of a result as texts, in order.</summary>
    public static string[] Groups(FusionResult result) =>
        [.. Enumerable.Range(0, result.Count).GroupBy(result.GroupOf).OrderBy(g => g.Key)
            .Select(g => string.Join(' ', g.Select(i => result.ReportAt(i).Id.Value)))];

    /// <summary>One of these values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<Report> Any =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, Acts.Length - 1], Gen.Int[0, 3], OneOf<double?>(null, 30, 36)),
            Gen.Select(Gen.Double[0, 6], Gen.Double[-4, 4], Gen.Double[-4, 4]),
            Gen.Select(OneOf<double>(0.5, 2, 8, 40), OneOf<double>(1 / 60.0, 1, 24), Gen.Long[1, 12], Gen.Int[0, 2]),
            Gen.Select(OneOf(TargetKind.Unknown, TargetKind.Unknown, TargetKind.EnergyFacility, TargetKind.Military), OneOf<long?>(null, null, 0, 3)))
        .Select((who, where, how, what) => At(
            "", Sources[who.Item1].Id.Value, where.Item1, where.Item2, where.Item3, how.Item1, Acts[who.Item2], how.Item3,
            how.Item4 switch { 0 => null, 1 => "AA", _ => "BB" }, how.Item2) with
        {
            IsAggregate = who.Item3 == 3 && who.Item2 == 1,
            Target = what.Item1,
            Harm = what.Item2 is { } killed ? new Harm(CountRange.Exactly(killed), null, null) : Harm.NotStated,
            Published = who.Item4 is { } hour ? CaseBuilder.Hours(0, hour).End : null,
        });
}
