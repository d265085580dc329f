namespace Holdfire.Record;

/// <summary>Something that is wrong with what came from outside: the one form of errors, from the log's bytes to the options of a query.</summary>
/// <remarks>Only who shows it to a person makes a sentence of it; nobody takes one apart again.</remarks>
/// <param name="Code">What kind of error it is, stable, for programs; docs/errors.md lists all.</param>
/// <param name="Where">The place: an option, a file, or a format and its part, such as <c>checkpoint, line 2</c>; empty until somebody can say it.</param>
/// <param name="Expected">What was expected there; empty where what was found says it all.</param>
/// <param name="Found">What was found there, quoted where it is the user's own words; empty where it is not told.</param>
public sealed record Error(string Code, string Where, string Expected, string Found)
{
    /// <summary>The line of the file, from 1, or 0 where it has none.</summary>
    public int Line { get; init; }

    /// <summary>The column of the line, from 1, or 0 where it has none.</summary>
    public int Column { get; init; }

    /// <summary>
    /// Whether it shows that a record was altered, cut or forged, or that a file of it is damaged; false for input that is merely wrong.
    /// </summary>
    public bool IsTouched => Code == RecordErrorCodes.Touched;

    /// <summary>Whether another process writes the record just now, so that it can be tried again.</summary>
    public bool IsHeld => Code == RecordErrorCodes.Held;

    /// <summary>What is wrong, without the place: <c>expected …, found …</c>. A list of what was expected ends with a semicolon.</summary>
    public string What => Expected.Length == 0 ? Found
        : Found.Length == 0 ? $"expected {Expected}"
        : $"expected {Expected}{(Expected.Contains(", ", StringComparison.Ordinal) ? ';' : ',')} found {Found}";

    /// <summary>The same error at a place.</summary>
    public Error At(string where) => this with { Where = where };

    /// <summary>The same error, said of a file or of the format that contains this one.</summary>
    public Error Within(string outer) => At(Where.Length == 0 ? outer : $"{outer}: {Where}");

    /// <summary>The same error with a remark after what was found: what to do now.</summary>
    public Error With(string remark) => Found.Length == 0 ? this with { Expected = Expected + remark } : this with { Found = Found + remark };

    /// <summary>The place with line and column where there are such: <c>reports/a.csv:12:4</c>.</summary>
    public string Place => Where.ReplaceLineEndings("⏎") is var where && Line > 0 ? FormattableString.Invariant($"{where}:{Line}:{Column}") : where;

    /// <summary>One line: <c>reports/a.csv:12:4: expected …, found …</c>.</summary>
    public override string ToString() => Place is { Length: > 0 } place ? $"{place}: {What}" : What;
}
