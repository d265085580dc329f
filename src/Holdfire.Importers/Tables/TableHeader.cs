using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>The columns of a table by name.</summary>
internal sealed class TableHeader
{
    private const int MostTold = 3;
    private const int LongestShown = 200;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public TableHeader(string file, IEnumerable<string> names)
    {
        (File, Names) = (file, [.. names.Select(n => n.Trim().TrimStart('\uFEFF'))]);
        for (var i = 0; i < Names.Length; i++)
        {
            if (Names[i].Length > 0 && !places.TryAdd(Names[i], i))
            {
                Twice.Add(Names[i]);
            }
        }
    }

    /// <summary>The file whose header it is.</summary>
    public string File { get; }

    /// <summary>The names in their order, without spaces around them.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The names that stand twice: which of the two columns is meant cannot be known.</summary>
    public HashSet<string> Twice { get; } = new(StringComparer.Ordinal);

    /// <summary>The named columns with their places, from the first.</summary>
    public IEnumerable<(string Name, int At)> Columns => places.Select(p => (p.Key, p.Value));

    /// <summary>The tags of the second row, where it is one of HXL tags; else empty.</summary>
    public ImmutableArray<string> Tags { get; set; } = [];

    /// <summary>The place of a column, or -1.</summary>
    public int Find(string name) => places.GetValueOrDefault(name, -1);

    /// <summary>Refuses the file where a column is not there or stands twice.</summary>
    /// <exception cref="UnreadableFileException">One of them does.</exception>
    public void Need(params IEnumerable<string> columns)
    {
        var wanted = columns.ToArray();
        var missing = wanted.Where(w => Find(w) < 0).ToArray();
        RejectedRow[] errors =
        [
            .. missing.Length > MostTold ? [Without(missing)] : missing.Select(w => new RejectedRow(1, w, $"a column '{w}'", NearestOf(w), Names) { File = File }),
            .. wanted.Where(Twice.Contains).Select(w => new RejectedRow(1, w, $"one column '{w}'", "two of that name", Names) { File = File }),
        ];
        if (errors.Length > 0)
        {
            throw new UnreadableFileException([.. errors]);
        }
    }

    // Another table, or a header in another row: one line says it.
    private RejectedRow Without(string[] missing)
    {
        var names = string.Join(", ", Names.Where(n => n.Length > 0));
        return new RejectedRow(1, "", $"the columns {string.Join(", ", missing)}", $"the header {(names.Length > LongestShown ? names[..LongestShown] + "…" : names)}", Names) { File = File };
    }

    private string NearestOf(string column) =>
        Names.FirstOrDefault(n => n.Equals(column, StringComparison.OrdinalIgnoreCase)) is { } near ? $"'{near}'" : "no such column";
}
