using System.Collections.Immutable;

namespace Holdfire.CaseFormat;

/// <summary>Gathers faults.</summary>
internal sealed class FaultList
{
    private const int LongestFound = 80;
    private readonly List<InputFault> faults = [];
    private readonly HashSet<InputFault> seen = [];

    public int Count => faults.Count;

    /// <summary>The files in which something is wrong, each as often as it is.</summary>
    public IEnumerable<string> Files => faults.Select(f => f.File);

    public void Add(Spot at, string expected, string found)
    {
        var shown = found.Length == 0 ? "nothing"
            : found.Length > LongestFound ? string.Concat(found.AsSpan(0, LongestFound), "…")
            : found;
        var fault = new InputFault(at.File, at.Line, at.Column, at.Field is { } field ? $"{expected} in the column {field}" : expected, shown.ReplaceLineEndings("⏎"));
        if (seen.Add(fault))
        {
            faults.Add(fault);
        }
    }

    /// <summary>The faults in the order of file, line and column.</summary>
    public ImmutableArray<InputFault> Sorted() =>
        [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];
}
