using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>What came of an import.</summary>
/// <param name="Added">Reports and other items that were written.</param>
/// <param name="Present">Reports and other items passed over, since the case holds them already.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="ReportsFile">The file written, or null for none.</param>
/// <param name="RejectsFile">The file of rejected rows, or null for none.</param>
public sealed record ImportSummary(int Added, int Present, int Rejected, string? ReportsFile, string? RejectsFile)
{
    /// <summary>The records of the file by what became of them.</summary>
    public ImportCounts Counts { get; init; } = ImportCounts.None;

    /// <summary>All rejected rows, in the order of their files and lines.</summary>
    public ImmutableArray<RejectedRow> Rows { get; init; } = [];

    /// <summary>Those of the rejected rows that read well and that this case does not take.</summary>
    public ImmutableArray<RejectedRow> NotTaken { get; init; } = [];

    /// <summary>What else there is to say.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Whether a file as a whole is not of its format, so that nothing went in.</summary>
    public bool IsUnreadable { get; init; }
}
