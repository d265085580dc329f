namespace Holdfire.CaseFormat;

/// <summary>One error in an input file, for a person to mend.</summary>
/// <param name="File">The file, relative to the folder given.</param>
/// <param name="Line">The line, from 1, or 0 for an entry of a record.</param>
/// <param name="Column">The column, from 1, or 0 for an entry of a record.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What was found.</param>
public sealed record InputFault(string File, int Line, int Column, string Expected, string Found)
{
    /// <summary><c>file:line:column: expected …, found …</c>; what is no text file has no line.</summary>
    public override string ToString() => Line == 0
        ? $"{File.ReplaceLineEndings("⏎")}: expected {Expected}, found {Found}"
        : FormattableString.Invariant($"{File.ReplaceLineEndings("⏎")}:{Line}:{Column}: expected {Expected}, found {Found}");
}
