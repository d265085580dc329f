using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>What there is to say at the end of an import: each once, with the number of rows.</summary>
internal sealed class ImportNotes
{
    private const int MostWords = 200;
    private const int MostKept = 100_000;
    private const int MostExamples = 10;
    private readonly OrderedDictionary<string, (int Rows, string Why)> unknown = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, int> counted = new(StringComparer.Ordinal);
    private readonly List<string> said = [];
    private readonly List<string> examples = [];

    /// <summary>Notes a word of the file that nothing is known for.</summary>
    public void Unknown(string word, string why)
    {
        var (rows, first) = unknown.GetValueOrDefault(word, (0, why));
        if (rows > 0 || unknown.Count < MostKept)
        {
            unknown[word] = (rows + 1, first);
        }
    }

    /// <summary>Notes one more row of which something is to be said, with what is said of the first few.</summary>
    public void Example(string what, string example)
    {
        Count(what);
        if (counted[what] <= MostExamples)
        {
            examples.Add(example);
        }
    }

    /// <summary>Notes one more row of which something is to be said.</summary>
    public void Count(string what) => counted[what] = counted.GetValueOrDefault(what) + 1;

    /// <summary>Says something once.</summary>
    public void Say(string text)
    {
        if (!said.Contains(text))
        {
            said.Add(text);
        }
    }

    /// <summary>Everything, in the order in which it came up: first what is said once.</summary>
    public ImmutableArray<string> All =>
    [
        .. said,
        .. unknown.OrderByDescending(u => u.Value.Rows).Take(MostWords).Select(u => $"{u.Key} ({Rows(u.Value.Rows)}): {u.Value.Why}"),
        .. unknown.Count > MostWords ? [$"{unknown.Count - MostWords} more words are not known"] : Array.Empty<string>(),
        .. counted.Select(c => $"{Rows(c.Value)}: {c.Key}"),
        .. examples,
    ];

    private static string Rows(int count) => count == 1 ? "1 row" : FormattableString.Invariant($"{count} rows");
}
