using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>What came of an import.</summary>
/// <param name="Added">Rows that were written.</param>
/// <param name="Present">Rows passed over, since the case holds them already.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="ReportsFile">The file written, or null for none.</param>
/// <param name="RejectsFile">The file of rejected rows, or null for none.</param>
public sealed record ImportSummary(int Added, int Present, int Rejected, string? ReportsFile, string? RejectsFile)
{
    /// <summary>Those of the rejected rows that read well and that this case does not take.</summary>
    public ImmutableArray<RejectedRow> NotTaken { get; init; } = [];
}
