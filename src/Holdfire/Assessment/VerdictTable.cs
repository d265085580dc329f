namespace Holdfire.Assessment;

/// <summary>The limits that turn an interval of a rate ratio into a verdict. Ratios are during over what was to be expected.</summary>
/// <param name="HeldBelow">Held: nothing is claimed and the interval's high end is at most this.</param>
/// <param name="LargelyHeldBelow">Largely held: the interval lies below 1, and the ratio is below this.</param>
/// <param name="ReducedBelow">Reduced: the interval lies below 1, and the ratio is below this.</param>
/// <param name="WorseAbove">Worse: the interval lies above 1, and the ratio is above this.</param>
/// <param name="EquivalentWithin">No clear change: the interval lies between one over this and this.</param>
/// <param name="MinimumBaselineDays">Usable units before, below which nothing is said: days, nights or weeks.</param>
/// <remarks>
/// The size is one thing and certainty another: an interval that lies below 1 says that there is a change, the ratio how great.
/// That there is none is said only of an interval that leaves room for none of note (Schuirmann 1987).
/// </remarks>
public sealed record VerdictTable(
    double HeldBelow = 0.2, double LargelyHeldBelow = 0.2, double ReducedBelow = 0.8, double WorseAbove = 1.25,
    double EquivalentWithin = 2, double MinimumBaselineDays = 14)
{
    /// <summary>The verdict of one reading of the units of which nothing is known.</summary>
    /// <param name="unitsBefore">Usable units before.</param>
    /// <param name="most">The most that was claimed during, or null where unbounded.</param>
    /// <param name="ratio">The interval, or null where there is none.</param>
    /// <param name="size">What was counted over what was to be expected.</param>
    /// <param name="plain">What was counted over the rate before; a change must show in both.</param>
    /// <param name="plainRatio">The interval of that, without drift; null where there is none.</param>
    public Verdict Decide(double unitsBefore, double? most, RatioInterval? ratio, double size, double plain, RatioInterval? plainRatio)
    {
        if (unitsBefore < MinimumBaselineDays || ratio is not { } interval)
        {
            return Verdict.CannotSay;
        }

        if (interval.High < 1 && size < ReducedBelow && plain < ReducedBelow)
        {
            return most == 0 && interval.High <= HeldBelow ? Verdict.Held
                : size < LargelyHeldBelow ? Verdict.LargelyHeld : Verdict.Reduced;
        }

        return interval.Low > 1 && size > WorseAbove && plain > WorseAbove ? Verdict.Worse
            : IsEquivalent(interval) && plainRatio is { } other && IsEquivalent(other) ? Verdict.NoClearChange
            : Verdict.CannotSay;
    }

    private bool IsEquivalent(RatioInterval interval) => interval.Low >= 1 / EquivalentWithin && interval.High <= EquivalentWithin;
}
