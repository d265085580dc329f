using System.Collections.Immutable;
using System.Globalization;
using Holdfire.CaseFormat;

namespace Holdfire.Importers;

/// <summary>One row of <c>reports/*.csv</c> as text: civil times as the source gave them. Blank means not said.</summary>
public sealed record ImportedRow
{
    private static readonly Dictionary<string, int> Places =
        ReportFields.Names.Select((name, at) => (name, at)).ToDictionary(n => n.name, n => n.at, StringComparer.Ordinal);

    /// <summary>The columns of the file, in order.</summary>
    public static ImmutableArray<string> Header { get; } = ReportFields.Names;

    /// <summary>How many of the columns, from the first, are always written; the others only where a row uses them.</summary>
    internal static int FirstColumns { get; } = Header.IndexOf("reference") + 1;

    /// <summary>The id, unique in a case.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The instant of publication, UTC, or blank.</summary>
    public string Published { get; init; } = "";

    /// <summary>The start of the window in the zone.</summary>
    public string From { get; init; } = "";

    /// <summary>The end of the window in the zone.</summary>
    public string To { get; init; } = "";

    /// <summary>The IANA zone of the window.</summary>
    public required string Zone { get; init; }

    /// <summary>The precision of the window.</summary>
    public required string Precision { get; init; }

    /// <summary>The code of the act.</summary>
    public required string Act { get; init; }

    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>The unit.</summary>
    public string Unit { get; init; } = "item";

    /// <summary>The count.</summary>
    public required string Count { get; init; }

    /// <summary>Area codes separated by <c>;</c>.</summary>
    public string Areas { get; init; } = "";

    /// <summary>The kind of target, or blank.</summary>
    public string Target { get; init; } = "";

    /// <summary>The party said to have done it.</summary>
    public string AllegedActor { get; init; } = "";

    /// <summary>Whether it sums many events.</summary>
    public string Aggregate { get; init; } = "";

    /// <summary>The claim of which it is a part.</summary>
    public string PartOf { get; init; } = "";

    /// <summary>How its parts lie to each other.</summary>
    public string Parts { get; init; } = "";

    /// <summary>Whether its parts are all of it.</summary>
    public string PartsExhaustive { get; init; } = "";

    /// <summary>
    /// Claims that already include it, separated by <c>;</c>. The writer leaves out those that the case does not hold.
    /// </summary>
    public string IncludedIn { get; init; } = "";

    /// <summary>The primary post.</summary>
    public string Reference { get; init; } = "";

    /// <summary>A point, or null where none is given.</summary>
    public (double Lat, double Lon, double RadiusKm)? Point { get; init; }

    /// <summary>How the source knows it.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Further columns of the case format by name; those that it does not have are left out.</summary>
    internal ImmutableArray<(string Column, string Value)> More { get; init; } = [];

    /// <summary>The line of the source file on which the row that it was made of starts, or 0 where there is none.</summary>
    public int Line => Origin?.Line ?? 0;

    /// <summary>The row of the source file that it was made of.</summary>
    internal SourceRow? Origin { get; init; }

    /// <summary>The fields in the order of <see cref="Header"/>.</summary>
    public ImmutableArray<string> Fields => [.. FieldArray()];

    internal string[] FieldArray()
    {
        string[] first =
        [
            Id, Source, Published, From, To, Zone, Precision, Act, Measure, Unit, Count, Areas, Target, AllegedActor, Aggregate,
            PartOf, Parts, PartsExhaustive, IncludedIn,
        ];
        var fields = new string[Header.Length];
        Array.Fill(fields, "");
        first.CopyTo(fields, 0);
        Put(fields, "reference", Reference);
        Put(fields, "mode", Mode);
        if (Point is { } point)
        {
            Put(fields, "lat", point.Lat.ToString(CultureInfo.InvariantCulture));
            Put(fields, "lon", point.Lon.ToString(CultureInfo.InvariantCulture));
            Put(fields, "radius_km", point.RadiusKm.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (column, value) in More)
        {
            Put(fields, column, value);
        }

        return fields;
    }

    private static void Put(string[] fields, string column, string value)
    {
        if (Places.TryGetValue(column, out var at))
        {
            fields[at] = value;
        }
    }

    /// <summary>The columns of the file by those of a report, for errors; null where they have none.</summary>
    internal IReadOnlyDictionary<string, string>? FileColumns { get; init; }

    internal RejectedRow Reject(string column, string expected, string found) =>
        Origin?.Reject(FileColumns?.GetValueOrDefault(column, column) ?? column, expected, found) ?? new RejectedRow(0, column, expected, found, Fields);
}
