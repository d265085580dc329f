using Holdfire.Assessment;

namespace Holdfire.Method;

/// <summary>One simulated truce after a simulated baseline, and what the method says of it.</summary>
internal static class Study
{
    /// <summary>The verdict, the interval, and whether the interval lies wholly below 1.</summary>
    public readonly record struct Outcome(Verdict Verdict, RatioInterval? Ratio, bool Shown);

    /// <summary>
    /// The outcomes of so many series, each with a drop to the ratio given from the truce's first day. Where the spread of
    /// the days is given as known, it stands in for what the method would estimate from the time before.
    /// </summary>
    public static List<Outcome> Run(
        SyntheticSeries source, int series, int truceDays, double ratio, DispersionEstimate? known = null, int before = 28)
    {
        var outcomes = new List<Outcome>(series);
        for (var i = 0; i < series; i++)
        {
            var days = source.Next(before + truceDays);
            var during = days[before..];
            outcomes.Add(Judge(days[..before], ratio < 1 ? source.Thin(during, ratio) : during, known));
        }

        return outcomes;
    }

    private static Outcome Judge(double[] baseline, double[] during, DispersionEstimate? known)
    {
        if ((known ?? DispersionEstimate.Of(baseline, during)) is not { } dispersion)
        {
            return new Outcome(Verdict.CannotSay, null, false);
        }

        var (b, d) = (baseline.Sum(), during.Sum());
        var ratio = RatioEstimate.Over(
            new RateEvidence(b, b, baseline.Length, d, d, during.Length), dispersion);
        var detectable = DetectableChange.Ratio(b, baseline.Length, during.Length, dispersion);
        var verdict = new VerdictTable().Decide(baseline.Length, d, ratio, detectable);
        return new Outcome(verdict, ratio, ratio?.High < 1);
    }

    /// <summary>
    /// The same where every claim is a night from 18:00 to 09:00 and the truce runs from midnight to midnight: two nights
    /// straddle its limits and are in the maxima alone. The share of a night after midnight is 9 of 15 hours.
    /// </summary>
    public static List<Outcome> RunStraddling(SyntheticSeries source, int series, int truceDays, double ratio, int before = 28)
    {
        const double After = 9.0 / 15;
        var outcomes = new List<Outcome>(series);
        for (var i = 0; i < series; i++)
        {
            // Night 0 straddles the start of the time before, night `before` the truce's start, the last its end.
            var nights = source.Next(before + truceDays + 1);
            var start = source.Split(nights[before], After);
            var end = source.Split(nights[^1], After);
            var into = start.Outside + source.Thin([start.Inside], ratio)[0];
            var outof = source.Thin([end.Outside], ratio)[0] + end.Inside;
            var calm = nights[1..before];
            var within = source.Thin(nights[(before + 1)..^1], ratio);
            if (DispersionEstimate.Of(calm, within) is not { } dispersion)
            {
                outcomes.Add(new Outcome(Verdict.CannotSay, null, false));
                continue;
            }

            var interval = RatioEstimate.Over(
                new RateEvidence(
                    calm.Sum(), calm.Sum() + nights[0] + into, before, within.Sum(), within.Sum() + into + outof, truceDays),
                dispersion);
            outcomes.Add(new Outcome(Verdict.CannotSay, interval, interval?.High < 1));
        }

        return outcomes;
    }
}
