using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>In what a row differs from the one that is held under its id.</summary>
internal sealed class RowDifference
{
    private static readonly int IncludedIn = ImportedRow.Header.IndexOf("included_in");

    // What importers came to read later: rows that came in before leave it blank, and are none the worse for it.
    private static readonly ImmutableArray<int> Later = [.. new[] { "killed_military", "killed_unknown" }.Select(c => ImportedRow.Header.IndexOf(c))];
    private readonly ImmutableArray<int> compared;

    /// <summary>Differences in all columns but these.</summary>
    public RowDifference(IReadOnlySet<string> notCompared) =>
        // What includes a claim depends on what else the case held when it came in.
        compared = [.. Enumerable.Range(1, ImportedRow.Header.Length - 1).Where(i => i != IncludedIn && !notCompared.Contains(ImportedRow.Header[i]))];

    /// <summary>The first column in which a row says something else; -1 for none. Later columns that it leaves blank are filled in by hand.</summary>
    public int First(string[] held, string[] row)
    {
        foreach (var i in compared)
        {
            if (held[i] != row[i] && (i < ImportedRow.FirstColumns || row[i].Length > 0) && (held[i].Length > 0 || !Later.Contains(i)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The row with what was filled in by hand in the one that it takes the place of.</summary>
    public static string[] Carried(string[] held, string[] row)
    {
        var carried = (string[])row.Clone();
        for (var i = ImportedRow.FirstColumns; i < row.Length; i++)
        {
            carried[i] = row[i].Length > 0 ? row[i] : held[i];
        }

        return carried;
    }

    /// <summary>The row with the inclusions that are known by now, where they hold those that it has; null where nothing is to be changed.</summary>
    public static string[]? Amended(string[] held, string wider)
    {
        if (wider.Length == 0 || wider == held[IncludedIn] || !Ids(held[IncludedIn]).IsSubsetOf(Ids(wider)))
        {
            return null;
        }

        var amended = (string[])held.Clone();
        amended[IncludedIn] = wider;
        return amended;
    }

    /// <summary>The row with other inclusions.</summary>
    public static string[] Including(string[] row, string wider)
    {
        row[IncludedIn] = wider;
        return row;
    }

    /// <summary>What a row says that it is included in.</summary>
    public static string InclusionsOf(string[] row) => row[IncludedIn];

    private static ImmutableHashSet<string> Ids(string list) =>
        list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToImmutableHashSet(StringComparer.Ordinal);
}
