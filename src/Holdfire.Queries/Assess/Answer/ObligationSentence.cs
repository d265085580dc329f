namespace Holdfire.Queries;

/// <summary>The fourth sentence: what the truce asks, and what became of it.</summary>
public static class ObligationSentence
{
    /// <summary>The sentence.</summary>
    public static string Of(ObligationFigures f)
    {
        if (f.All == 0)
        {
            return "No obligation beyond the halt is recorded.";
        }

        var parts = new List<string>();
        Add(parts, f.Met, "met");
        Add(parts, f.InPart, "done in part");
        Add(parts, f.Overdue, "overdue (nothing here shows it done, which is no proof that it is not)");
        Add(parts, f.Due, "not due yet");
        if (f.Unknown > 0)
        {
            parts.Add($"of {Say.Number(f.Unknown)} it cannot be told from what is recorded");
        }

        var next = f.Next is null ? "" : $"; the next date is {f.Next}";
        return $"Of {Say.Count(f.All, "obligation", "obligations")}{(f.AsOf is null ? "" : $", as of {f.AsOf}")}: {Say.And(parts)}{next}.";
    }

    private static void Add(List<string> parts, int count, string what)
    {
        if (count > 0)
        {
            parts.Add($"{Say.Number(count)} {(count == 1 ? "is" : "are")} {what}");
        }
    }
}
