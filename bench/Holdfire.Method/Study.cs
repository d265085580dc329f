using Holdfire.Assessment;

namespace Holdfire.Method;

/// <summary>One simulated truce after a simulated baseline, and what the method says of it.</summary>
internal static class Study
{
    /// <summary>The verdict, the interval, and whether the interval lies wholly below 1.</summary>
    public readonly record struct Outcome(Verdict Verdict, RatioInterval? Ratio, bool Shown);

    /// <summary>The outcomes of so many series, each with a drop to the ratio given from the truce's first day.</summary>
    public static List<Outcome> Run(SyntheticSeries source, int series, int truceDays, double ratio, int before = 28)
    {
        var outcomes = new List<Outcome>(series);
        for (var i = 0; i < series; i++)
        {
            var days = source.Next(before + truceDays);
            var during = days[before..];
            outcomes.Add(Judge(days[..before], ratio < 1 ? source.Thin(during, ratio) : during));
        }

        return outcomes;
    }

    private static Outcome Judge(double[] baseline, double[] during)
    {
        if (DispersionEstimate.Of(baseline) is not { } dispersion)
        {
            return new Outcome(Verdict.CannotSay, null, false);
        }

        var (b, d) = (baseline.Sum(), during.Sum());
        var ratio = RatioEstimate.Over(
            new RateEvidence(b, b, baseline.Length, d, d, during.Length), dispersion.Carried);
        var detectable = DetectableChange.Ratio(b, baseline.Length, during.Length, dispersion.Carried);
        var verdict = new VerdictTable().Decide(baseline.Length, d, ratio, detectable);
        return new Outcome(verdict, ratio, ratio?.High < 1);
    }
}
