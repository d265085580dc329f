namespace Holdfire.Importers;

/// <summary>Words and what they stand for. A word that ends with <c>*</c> stands for all that begin with what comes before it.</summary>
internal sealed class WordMap
{
    private readonly Dictionary<string, string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Start, string Value)> starts = [];
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string word, string value)
    {
        if (word.EndsWith('*'))
        {
            starts.Add((word[..^1], value));
            starts.Sort((a, b) => b.Start.Length.CompareTo(a.Start.Length));
        }
        else
        {
            words[word.Trim()] = value;
        }
    }

    public bool IsEmpty => words.Count == 0 && starts.Count == 0;

    /// <summary>The words as the map writes them that stood for nothing that was looked up.</summary>
    public IEnumerable<string> Unused => words.Keys.Concat(starts.Select(s => s.Start + "*")).Where(w => !used.Contains(w));

    /// <summary>What a word stands for, the longest beginning first; null where it is not in the map.</summary>
    public string? Find(string word)
    {
        if (words.TryGetValue(word, out var value))
        {
            used.Add(word);
            return value;
        }

        foreach (var (start, of) in starts)
        {
            if (word.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                used.Add(start + "*");
                return of;
            }
        }

        return null;
    }
}
