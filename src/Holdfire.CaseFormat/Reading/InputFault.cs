using Holdfire.Record;

namespace Holdfire.CaseFormat;

/// <summary>One error in an input file, for a person to fix.</summary>
/// <param name="File">The file, relative to the folder given.</param>
/// <param name="Line">The line, from 1, or 0 for an entry of a record.</param>
/// <param name="Column">The column, from 1, or 0 for an entry of a record.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What was found.</param>
public sealed record InputFault(string File, int Line, int Column, string Expected, string Found)
{
    /// <summary>What kind of error it is, stable, for programs.</summary>
    public string Code { get; init; } = InputErrorCodes.Invalid;

    /// <summary>What is wrong, in a sentence that is printed in place of the two parts; null where they say it.</summary>
    public string? Sentence { get; init; }

    /// <summary>What is wrong, without the place.</summary>
    public string What => Sentence ?? $"expected {Expected}, found {Found}";

    /// <summary>From an error of a record, which keeps its code and its words.</summary>
    public static InputFault Of(Fault fault) => new(fault.Where, 0, 0, "a record that can be read", "another") { Code = fault.Code, Sentence = fault.What };

    /// <summary><c>file:line:column: expected …, found …</c>; what is no text file has no line.</summary>
    public override string ToString()
    {
        var where = File.ReplaceLineEndings("⏎");
        return $"{(Line == 0 ? where : FormattableString.Invariant($"{where}:{Line}:{Column}"))}: {What}";
    }
}
