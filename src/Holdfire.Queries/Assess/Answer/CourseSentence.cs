namespace Holdfire.Queries;

/// <summary>How the truce went from its first unit to its last.</summary>
public static class CourseSentence
{
    private const int Most = 2;
    private const int FewestForLevel = 4;

    /// <summary>The sentence; null where no unit lies whole within it.</summary>
    public static string? Of(ChangeFigures f)
    {
        var told = f.Told.Concat(f.Open).Where(l => l.Course is not null).Take(Most).ToList();
        return told.Count == 0 ? null : string.Join("; ", told.Select((l, i) => i == 0 ? Say.Start(Line(l, l.Course!)) : Line(l, l.Course!))) + ".";
    }

    private static string Line(ChangeLineFigures line, CourseFigures c) =>
        $"of {Say.Subject(line, inside: true)}, as counted by {line.Source}, there are claims {On(line, c)}{First(line, c)}{Level(c)}";

    private static string On(ChangeLineFigures line, CourseFigures c) => (c.WithClaims, c.Units) switch
    {
        (0, _) => $"on none of its {Watched(c.Units, line)}",
        (1, 1) => $"on its {Watched(1, line)}",
        _ => $"on {Say.Number(c.WithClaims)} of its {Watched(c.Units, line)}",
    };

    // Of the units that lie whole within it those that the source watched: "3 watched days".
    private static string Watched(int units, ChangeLineFigures line) => Say.Units(units, line.Unit).Replace(" ", " watched ", StringComparison.Ordinal);

    private static string First(ChangeLineFigures line, CourseFigures c) =>
        c.QuietUnits == 0 || c.QuietUnits == c.Units || c.QuietInHundred is not { } chance ? ""
        : $", first after {Say.Units(c.QuietUnits, line.Unit)} without any (by chance about {Say.Number(chance)} in {Say.Number(100L)} times)";

    private static string Level(CourseFigures c) => c switch
    {
        { ChangeFrom: { } at, RatioBefore: { } until, RatioAfter: { } after } =>
            $"; {Say.Number(until)} times as many as were to be expected until {at}, {Say.Number(after)} times from then on",
        { Units: >= FewestForLevel, RatioBefore: not null } => "; no change of level within it stands out",
        _ => "",
    };
}
