using System.Collections.Immutable;
using Holdfire.CaseFormat.Entries;

namespace Holdfire.Importers;

/// <summary>What was read of one or more records of a file that go in together or not at all.</summary>
internal sealed record ReadUnit
{
    /// <summary>How many records of the file it is made of, the rejected ones among them.</summary>
    public int Records { get; init; } = 1;

    /// <summary>The reports that it gives.</summary>
    public ImmutableArray<ImportedRow> Rows { get; init; } = [];

    /// <summary>Other items of a case that it gives, such as truces.</summary>
    public ImmutableArray<CaseItem> Items { get; init; } = [];

    /// <summary>Those of its records that were not taken.</summary>
    public ImmutableArray<RejectedRow> Rejected { get; init; } = [];

    /// <summary>Why its records are left out, in a few words; blank where they are not.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>When the source itself published this version; blank where it is not known.</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>The line of the first record, where it gives items alone.</summary>
    public int Line { get; init; }

    /// <summary>The file of that line.</summary>
    public string File { get; init; } = "";

    /// <summary>The id of a report that the source took back; blank for none. What is not held is left out.</summary>
    public string Withdraws { get; init; } = "";

    /// <summary>One record that was not taken.</summary>
    public static ReadUnit Bad(RejectedRow row) => new() { Rejected = [row] };

    /// <summary>One record that is left out.</summary>
    public static ReadUnit Left(string reason, int records = 1) => new() { LeftOut = reason, Records = records };
}
