using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests.Build;

/// <summary>A small invented case: side AA with two sources, side BB with one, three regions and all of them together.</summary>
internal static class CaseBuilder
{
    public static readonly PartyId Side = new("AA");
    public static readonly SourceId Army = new("aa-army");
    public static readonly SourceId Navy = new("aa-navy");
    public static readonly AreaCode North = new("X-N");
    public static readonly AreaCode South = new("X-S");
    public static readonly AreaCode West = new("X-W");
    public static readonly AreaCode All = new("X-ALL");
    public static readonly Instant Start = Instant.FromUtc(2030, 1, 1, 0, 0);

    public static Gazetteer Places { get; } = new(
    [
        Region(North), Region(South), Region(West), new Area(All, "Everywhere", "", [], null, 0, [North, South, West]),
    ]);

    public static Case Of(IEnumerable<Report> reports) => new()
    {
        Id = "example",
        Title = "An example",
        Zone = "UTC",
        Invented = true,
        Places = Places,
        Parties = [new(Side, "A", PartyRole.Party), new(new("BB"), "B", PartyRole.Party)],
        Sources = [Source(Army, Side), Source(Navy, Side), Source(new("bb-army"), new("BB"))],
        Reports = [.. reports],
    };

    public static Report Claim(
        string id, double from, double to, CountRange count, AreaCode? area = null, string act = "attack.air.uav",
        SourceId? source = null, params string[] includedIn) => new()
    {
        Id = new(id),
        Source = source ?? Army,
        Act = new(act),
        Measure = Measure.Launched,
        Count = count,
        Window = TimeWindow.Exact(Hours(from, to)),
        Areas = area is { } a ? [a] : [],
        IncludedIn = [.. includedIn.Select(i => new ReportId(i))],
    };

    public static Interval Hours(double from, double to) =>
        new(Start + Duration.FromHours(from), Start + Duration.FromHours(to));

    private static Source Source(SourceId id, PartyId party) =>
        new(id, id.Value, party, SourceKind.PartyOrgan, ReliabilityGrade.F, All, []);

    private static Area Region(AreaCode code) =>
        new(code, code.Value, "", ImmutableArray<string>.Empty, new GeoPoint(0, 0), 10, []);
}
