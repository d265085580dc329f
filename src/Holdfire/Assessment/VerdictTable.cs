namespace Holdfire.Assessment;

/// <summary>The limits that turn an interval of a rate ratio into a verdict. Ratios are during over before.</summary>
/// <param name="HeldBelow">Held: nothing is claimed and the interval's high end is at most this.</param>
/// <param name="LargelyHeldBelow">Largely held: the high end is below this.</param>
/// <param name="ReducedBelow">Reduced: the high end is below this.</param>
/// <param name="WorseAbove">Worse: the low end is above this.</param>
/// <param name="DetectableAtLeast">
/// No clear change: the interval holds 1 and the detectable ratio is at least this, so that a drop to this much would
/// most likely have been seen. Else a change may have gone unseen and nothing is said.
/// </param>
/// <param name="MinimumBaselineDays">Usable days before, below which nothing is said.</param>
public sealed record VerdictTable(
    double HeldBelow = 0.2, double LargelyHeldBelow = 0.5, double ReducedBelow = 1, double WorseAbove = 1,
    double DetectableAtLeast = 0.5, double MinimumBaselineDays = 14)
{
    /// <summary>The verdict of one reading of the hours that nobody watched.</summary>
    /// <param name="baselineDays">Usable days before.</param>
    /// <param name="duringMax">The most that was claimed or is assumed during, or null where unbounded.</param>
    /// <param name="ratio">The interval, or null where there is none.</param>
    /// <param name="detectable">The detectable ratio, or null where there is none.</param>
    public Verdict Decide(double baselineDays, double? duringMax, RatioInterval? ratio, double? detectable)
    {
        if (baselineDays < MinimumBaselineDays || ratio is not { } interval)
        {
            return Verdict.CannotSay;
        }

        if (interval.High is { } high && high < ReducedBelow)
        {
            return duringMax == 0 && high <= HeldBelow ? Verdict.Held
                : high < LargelyHeldBelow ? Verdict.LargelyHeld : Verdict.Reduced;
        }

        return interval.Low > WorseAbove ? Verdict.Worse
            : detectable >= DetectableAtLeast ? Verdict.NoClearChange : Verdict.CannotSay;
    }
}
