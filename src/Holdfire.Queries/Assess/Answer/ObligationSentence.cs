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
        if (f.PassedUnknown > 0)
        {
            parts.Add($"the date of {Say.Number(f.PassedUnknown)} has passed and what became of {(f.PassedUnknown == 1 ? "it" : "them")} is not recorded here");
        }

        if (f.ToCome > 0)
        {
            parts.Add($"{Say.Number(f.ToCome)} {(f.ToCome == 1 ? "is" : "are")} due later, the next by {f.Next}");
        }

        if (f.Undated > 0)
        {
            parts.Add($"{Say.Number(f.Undated)} {(f.Undated == 1 ? "has" : "have")} no date that has passed or can be compared");
        }

        return $"Of {Say.Count(f.All, "obligation", "obligations")}, {string.Join("; ", parts)}.";
    }
}
