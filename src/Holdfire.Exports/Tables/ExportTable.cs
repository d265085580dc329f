using System.Collections.Immutable;
using Holdfire.Views;

namespace Holdfire.Exports;

/// <summary>Rows to be handed on, with what they are and what was left out of them.</summary>
/// <param name="Name">What the rows are: <c>reports</c>, <c>incidents</c> or <c>findings</c>.</param>
/// <param name="Title">The title of the case.</param>
/// <param name="Invented">Whether the case is invented.</param>
/// <param name="Coordinates">From where the case was seen.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, in the order of the answer.</param>
/// <param name="LeftOut">Reports left out since they may not be handed on, by their source, or by their handling where that forbids it.</param>
public sealed record ExportTable(
    string Name, string Title, bool Invented, ViewCoordinates Coordinates, ImmutableArray<ExportColumn> Columns, ImmutableArray<ExportRow> Rows,
    ImmutableSortedDictionary<string, int> LeftOut);
