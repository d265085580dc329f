namespace Holdfire.CaseFormat;

/// <summary>A place in an input file; line and column count from 1.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column, in characters.</param>
/// <param name="Field">The header of the column of a table, or null.</param>
internal readonly record struct Spot(string File, int Line, int Column, string? Field = null);
