using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>The second sentence: whether violence fell, by how much and over what.</summary>
public static class ChangeSentence
{
    private const int Most = 3;

    /// <summary>The sentence.</summary>
    public static string Of(ChangeFigures f)
    {
        if (f.Status == TruceStatus.NeverInForce || !f.HasBegun)
        {
            return "There is no time in force that could be compared with the time before.";
        }

        if (f.Lines == 0)
        {
            return "No source here counts what it forbids, so whether violence fell cannot be told.";
        }

        return f.Told.IsEmpty
            ? $"Whether violence fell cannot be said: {(f.Lines == 1 ? "the 1 count" : $"none of the {Say.Number(f.Lines)} counts")} of what it forbids {(f.Lines == 1 ? "does not reach" : "reaches")} far enough before and during it."
            : Say.Start(string.Join("; ", f.Told.Take(Most).Select(Line))) + Rest(f) + ".";
    }

    private static string Line(ChangeLineFigures line)
    {
        var who = line.Actor is null ? "" : $" by {line.Actor}";
        var how = line.RateVerdict switch
        {
            Verdict.Held => "stopped",
            Verdict.LargelyHeld => "fell to a small part",
            Verdict.Reduced => "fell",
            Verdict.Worse => "rose",
            _ => "stayed much the same",
        };
        return $"{line.Act}{who} {how}, as {line.Source} counts them: {Rate(line.BeforePerDay)} a day before, {Rate(line.DuringPerDay)} during it{Times(line.Ratio)}";
    }

    private static string Times(RatioBounds? ratio) => ratio is not { } r ? ""
        : r.High is { } high ? $" ({Say.Number(r.Low)} to {Say.Number(high)} times as many)" : $" ({Say.Number(r.Low)} times as many or more)";

    private static string Rate(RateBounds? rate) => rate is not { } r ? "an unknown number"
        : r.Max is not { } most ? $"{Say.Number(r.Min)} or more" : most == r.Min ? Say.Number(most) : $"{Say.Number(r.Min)} to {Say.Number(most)}";

    private static string Rest(ChangeFigures f) => f.CannotSay == 0 ? ""
        : $"; {Say.Number(f.CannotSay)} of {Say.Number(f.Lines)} counts cannot say";
}
