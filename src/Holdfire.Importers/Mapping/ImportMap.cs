using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>What a person says about a file: how it is written, which column is which, and what its words mean.</summary>
/// <remarks>See docs/import.md. A map is read by <see cref="ImportMapReader"/> and may be used for any number of files.</remarks>
public sealed record ImportMap
{
    /// <summary>The word in place of a code for rows that are to be left out.</summary>
    internal const string LeftOut = "left_out";

    /// <summary>A map that says nothing.</summary>
    public static ImportMap Empty { get; } = new();

    internal TableShape Shape { get; init; } = new();

    /// <summary>How many rows after the header are no data.</summary>
    internal int SkipRows { get; init; }

    /// <summary>The patterns of dates, and of dates with a clock time, in NodaTime's letters; empty for ISO 8601.</summary>
    internal ImmutableArray<string> DateFormats { get; init; } = [];

    /// <summary>The pattern of clock times in columns of their own; blank for ISO 8601.</summary>
    internal string TimeFormat { get; init; } = "";

    internal string Zone { get; init; } = "";

    internal string Source { get; init; } = "";

    internal string IdPrefix { get; init; } = "";

    /// <summary>The columns of which an id is made where the table has none.</summary>
    internal ImmutableArray<string> IdFrom { get; init; } = [];

    internal char Decimal { get; init; } = '.';

    /// <summary>The character that parts thousands, or null where none does.</summary>
    internal char? Thousands { get; init; }

    /// <summary>Texts that stand for nothing said, in every column.</summary>
    internal ImmutableHashSet<string> Missing { get; init; } = [];

    /// <summary>The columns of the file for each column of a report, the first that says something counting.</summary>
    internal ImmutableDictionary<string, ImmutableArray<string>> Columns { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    internal ImmutableDictionary<string, string> Constants { get; init; } = ImmutableDictionary<string, string>.Empty;

    internal ImmutableDictionary<string, WordMap> Values { get; init; } = ImmutableDictionary<string, WordMap>.Empty;

    /// <summary>What parts the items of a cell, by column of a report.</summary>
    internal ImmutableDictionary<string, string> Lists { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Rows to leave out: by column of the file, the words that say so.</summary>
    internal ImmutableDictionary<string, WordMap> LeaveOut { get; init; } = ImmutableDictionary<string, WordMap>.Empty;

    internal WordMap Parties { get; init; } = new();

    internal WordMap Areas { get; init; } = new();

    /// <summary>Sources by the names of those who sent a row.</summary>
    internal WordMap Sources { get; init; } = new();

    /// <summary>Where observers stand, by the name of the post.</summary>
    internal ImmutableDictionary<string, GeoPoint> Posts { get; init; } = ImmutableDictionary<string, GeoPoint>.Empty;
}
