namespace Holdfire.CaseFormat;

/// <summary>A place in an input file; line and column count from 1.</summary>
internal readonly record struct Spot(string File, int Line, int Column);
