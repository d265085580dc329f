using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>One row of <c>reports/*.csv</c> as text: civil times as the source gave them. Blank means not said.</summary>
public sealed record ImportedRow
{
    /// <summary>The columns of the file, in order.</summary>
    public static ImmutableArray<string> Header { get; } =
    [
        "id", "source", "published", "from", "to", "zone", "precision", "act", "measure", "unit", "count", "areas",
        "target", "alleged_actor", "aggregate", "part_of", "parts", "parts_exhaustive", "included_in", "killed",
        "injured", "objects", "reference", "lat", "lon", "radius_km", "mode", "quotes", "denies",
    ];

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

    /// <summary>The line of the source file on which the row that it was made of starts, or 0 where there is none.</summary>
    public int Line => Origin?.Line ?? 0;

    /// <summary>The row of the source file that it was made of.</summary>
    internal SourceRow? Origin { get; init; }

    /// <summary>The claim that comes in whole or not at all, by the source's own key; blank: each row is one.</summary>
    internal string Claim { get; init; } = "";

    /// <summary>The fields in the order of <see cref="Header"/>.</summary>
    public ImmutableArray<string> Fields =>
    [
        Id, Source, Published, From, To, Zone, Precision, Act, Measure, "item", Count, Areas, Target, AllegedActor, Aggregate,
        PartOf, Parts, PartsExhaustive, IncludedIn, "", "", "", Reference, "", "",
        "", "", "", "",
    ];

    internal RejectedRow Reject(string column, string expected, string found) =>
        Origin?.Reject(column, expected, found) ?? new RejectedRow(0, column, expected, found, Fields);
}
