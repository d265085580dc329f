using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>How a table is written, as far as its maker says so; the rest is seen from its header.</summary>
internal sealed record TableShape
{
    /// <summary>The character between fields, or null to take it from the header.</summary>
    public char? Separator { get; init; }

    /// <summary>The encoding's name, or blank for UTF-8.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>How many lines stand before the header.</summary>
    public int SkipRows { get; init; }

    /// <summary>The columns in order where the file has no header; else empty.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>The sheet of a workbook; blank for the first.</summary>
    public string Sheet { get; init; } = "";
}
