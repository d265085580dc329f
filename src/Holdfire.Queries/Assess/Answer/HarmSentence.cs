namespace Holdfire.Queries;

/// <summary>Those killed and injured, beside the number of events.</summary>
public static class HarmSentence
{
    private const int Most = 2;

    /// <summary>The sentence; null where too few claims say.</summary>
    public static string? Of(ChangeFigures f)
    {
        var told = f.Told.Concat(f.Open).Where(l => l.Harm is not null).Take(Most).ToList();
        return told.Count == 0 ? null : string.Join("; ", told.Select(l => Line(l, l.Harm!))) + ".";
    }

    private static string Line(ChangeLineFigures line, HarmFigures h) =>
        $"By the count of {line.Source}, {Say.Bounds(h.During, "person was", "people were")} killed or injured in {Say.Subject(line, inside: true)} in the {Say.Units(line.UnitsDuring, line.Unit)}, "
        + $"{Say.Number(h.Size)} times as many as were to be expected ({Say.Range(h.Ratio)})"
        + (h.CountingChanged ? "; the number of events tells of another change, so most likely the counting changed, and neither is taken for a change of violence"
            : line.Ratio is { High: { } high } && high < Math.Min(1, h.Ratio.Low) ? "; that is less of a fall than that of the events, or none" : "");
}
