namespace Holdfire.Queries;

/// <summary>How far the answer leans on the source reporting as it did before.</summary>
public static class ReportingSentence
{
    private const int Most = 2;

    /// <summary>The sentence; null where no change is told.</summary>
    public static string? Of(ChangeFigures f)
    {
        List<string> told =
        [
            .. f.Told.Where(l => l.TippingInHundred is not null).Take(Most).Select(l => Line(l, l.TippingInHundred!.Value) + Declared(l)),
            .. f.Open.Where(l => l is { WhyOpen: WhyOpen.Reporting, Reporting: not null }).Take(Most).Select(Undone),
        ];
        return told.Count == 0 ? null : Say.Start(string.Join("; ", told)) + ".";
    }

    private static string Line(ChangeLineFigures line, double percent) => percent < 100
        ? $"the fall of {Say.Subject(line, inside: true)} stands unless {line.Source} now reports less than {Say.Number(percent)} in {Say.Number(100L)} of what it would have reported before"
        : $"the rise of {Say.Subject(line, inside: true)} stands unless {line.Source} now reports more than {Say.Number(percent)} for each {Say.Number(100L)} that it would have reported before";

    private static string Declared(ChangeLineFigures line) => line.Reporting is { } r
        ? $", and at the {Bounds(r)} times as much that the mission thinks possible it does ({Say.Range(r.Ratio)})" : "";

    private static string Undone(ChangeLineFigures line) =>
        $"did {line.Source} report as before, {Say.Subject(line, inside: true)} would have changed; at the {Bounds(line.Reporting!)} times as much that the mission thinks possible that cannot be said ({Say.Range(line.Reporting!.Ratio)})";

    private static string Bounds(ReportingFigures r) => $"{Say.Number(r.Least)} to {Say.Number(r.Most)}";
}
