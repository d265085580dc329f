using System.Collections.Immutable;
using Holdfire.Record;

namespace Holdfire.CaseFormat;

/// <summary>Gathers errors.</summary>
internal sealed class ErrorList
{
    private const int LongestFound = 80;
    private readonly List<Error> errors = [];
    private readonly HashSet<Error> seen = [];

    public int Count => errors.Count;

    /// <summary>The files in which something is wrong, each as often as it is.</summary>
    public IEnumerable<string> Files => errors.Select(e => e.Where);

    public void Add(Spot at, string expected, string found)
    {
        var shown = found.Length == 0 ? "nothing"
            : found.Length > LongestFound ? string.Concat(found.AsSpan(0, LongestFound), "…")
            : found;
        var error = new Error(InputErrorCodes.Invalid, at.File, at.Field is { } field ? $"{expected} in the column {field}" : expected, shown.ReplaceLineEndings("⏎"))
        {
            Line = at.Line,
            Column = at.Column,
        };
        if (seen.Add(error))
        {
            errors.Add(error);
        }
    }

    /// <summary>The errors in the order of file, line and column.</summary>
    public ImmutableArray<Error> Sorted() =>
        [.. errors.OrderBy(e => e.Where, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Column)];
}
