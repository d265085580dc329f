namespace Holdfire.Queries;

/// <summary>Whether the answer hangs on how the comparison is made.</summary>
public static class WaysSentence
{
    private const int Most = 2;

    /// <summary>The sentence; null where there is no other way.</summary>
    public static string? Of(ChangeFigures f)
    {
        var told = f.Told.Concat(f.Open).Where(l => l.Ways is not null).Take(Most).ToList();
        return told.Count == 0 ? null : string.Join(" ", told.Select(l => Line(l, l.Ways!)));
    }

    private static string Line(ChangeLineFigures line, WaysFigures w) =>
        $"Compared in {Say.Count(w.All, "way", "ways")} (how far back, announced days, the greatest {Say.UnitName(line.Unit)}, bounds, a level or two rates), {Say.Subject(line, inside: true)}, as counted by "
        + $"{line.Source}, {Shown(w)}: {Say.Number(w.SizeLeast)} to {Say.Number(w.SizeMost)} times as many as before.";

    private static string Shown(WaysFigures w)
    {
        if (w.Falls == w.All || w.Rises == w.All)
        {
            return w.Falls == w.All ? "fell in each" : "rose in each";
        }

        string[] parts = [Part("fell", w.Falls), Part("rose", w.Rises), w.Open > 0 ? $"can have done either in {Say.Number((long)w.Open)}" : ""];
        return Say.And([.. parts.Where(p => p.Length > 0)]) + (w.Falls > 0 && w.Rises > 0 ? ", so it hangs on the way" : "");
    }

    private static string Part(string verb, int count) => count > 0 ? $"{verb} in {Say.Number((long)count)}" : "";
}
