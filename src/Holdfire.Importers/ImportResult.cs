using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>What was read of a file of claims.</summary>
/// <param name="FileName">The name of the file; its stem names the file that is written.</param>
/// <param name="Rows">The rows of the case format, in the order of the source.</param>
/// <param name="Rejected">The rows that were not taken, in the order of their lines.</param>
public sealed record ImportResult(
    string FileName, ImmutableArray<ImportedRow> Rows, ImmutableArray<RejectedRow> Rejected);
