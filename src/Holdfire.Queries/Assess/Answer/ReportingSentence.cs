namespace Holdfire.Queries;

/// <summary>How far the answer leans on the source reporting as it did before.</summary>
public static class ReportingSentence
{
    private const int Most = 2;

    /// <summary>The sentence; null where no change is told.</summary>
    public static string? Of(ChangeFigures f)
    {
        var told = f.Told.Where(l => l.TippingInHundred is not null).Take(Most).ToList();
        return told.Count == 0 ? null : Say.Start(string.Join("; ", told.Select(l => Line(l, l.TippingInHundred!.Value)))) + ".";
    }

    private static string Line(ChangeLineFigures line, double percent) => percent < 100
        ? $"the fall of {Say.Subject(line, inside: true)} stands unless {line.Source} now reports less than {Say.Number(percent)} in {Say.Number(100L)} of what it would have reported before"
        : $"the rise of {Say.Subject(line, inside: true)} stands unless {line.Source} now reports more than {Say.Number(percent)} for each {Say.Number(100L)} that it would have reported before";
}
