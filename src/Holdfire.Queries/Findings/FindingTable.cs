using System.Collections.Immutable;
using Holdfire.Findings;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Findings as rows.</summary>
internal static class FindingTable
{
    /// <summary>How many rows a table shows; the other forms show all.</summary>
    public const int MostRows = 200;

    public static AnswerTable List(ImmutableArray<Finding> findings, DateTimeZone zone) => new(
        ["event", "truce", "act", "when", "place", "count", "terms", "standard", "actor"],
        [.. findings.Take(MostRows).Select(f => Row(f, zone))]);

    /// <summary>The place as given: areas, point with radius, or the scope of the source.</summary>
    public static string Place(FindingSubject subject)
    {
        var areas = string.Join(' ', subject.Areas);
        var point = subject.Point is { } p
            ? FormattableString.Invariant($"{p.Centre.Latitude:0.####} {p.Centre.Longitude:0.####} ±{p.RadiusKm:0.##} km") : "";
        return areas.Length + point.Length > 0 ? $"{areas} {point}".Trim() : "not given";
    }

    public static string Actors(FindingSubject subject) => subject.Actors.IsEmpty ? "not named" : string.Join(' ', subject.Actors);

    private static ImmutableArray<string> Row(Finding f, DateTimeZone zone) =>
    [
        f.Subject.Id, f.Truce.Value, f.Subject.Act.Value,
        $"{Texts.StartOf(f.Subject.Window, zone) ?? "not given"} to\n{Texts.EndOf(f.Subject.Window, zone) ?? "not given"}",
        Place(f.Subject), Texts.Of(f.Subject.Count),
        Texts.Words(f.Placement) + string.Concat(f.Deciding.Select(s => $" ({Texts.Words(s.Limit)})")),
        Texts.Words(f.Ladder.Standard), $"{Actors(f.Subject)}\n({Texts.Words(f.Ladder.Attribution)})",
    ];
}
