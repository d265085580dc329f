namespace Holdfire.Queries;

/// <summary>How a change lies in space: where the truce held for nobody, and over its own areas. Nothing is judged by it.</summary>
public static class PlacesSentence
{
    private const int Most = 2;

    /// <summary>The sentence; null where there is nothing to tell.</summary>
    public static string? Of(ChangeFigures f)
    {
        var told = f.Told.Concat(f.Open).Where(l => l.Elsewhere is not null || l.Areas is not null).Take(Most).ToList();
        return told.Count == 0 ? null : string.Join(" ", told.Select(Line));
    }

    private static string Line(ChangeLineFigures line)
    {
        var parts = new List<string>();
        if (line.Areas is { } a)
        {
            parts.Add($"of {Say.Count(a.All, "area", "areas")} that {line.Source} names {Say.Number((long)a.Quiet)} {(a.Quiet == 1 ? "was" : "were")} quiet; most in {a.Most} "
                + $"({Say.Number(a.Counted)}, where {Say.Number(a.Expected)} were to be expected)");
        }

        if (line.Elsewhere is { } e)
        {
            parts.Add($"where the truce applied to nobody, {line.Source} counts {Say.Number(e.Counted)}, where {Say.Number(e.Expected)} were to be expected ({Say.Range(e.Ratio)})");
        }

        return $"As to {Say.Subject(line, inside: true)}: {string.Join("; ", parts)}.";
    }
}
