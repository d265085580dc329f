using System.Globalization;

namespace Holdfire.Record.Crash;

/// <summary>What a run has gone through so far.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>How many entries were acknowledged before something went wrong.</summary>
    public long Acknowledged { get; set; }

    /// <summary>How many entries were found that nobody had been told of yet.</summary>
    public long UnderWay { get; set; }

    public void Count(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} {c.Key}")));
}
