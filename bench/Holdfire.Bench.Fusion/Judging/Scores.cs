namespace Holdfire.Bench.Fusion.Judging;

/// <summary>How well a grouping agrees with the truth; all from 0 (the adjusted Rand index from -1) to 1.</summary>
/// <param name="Precision">Of the pairs put together, those that tell one story.</param>
/// <param name="Recall">Of the pairs that tell one story, those put together.</param>
/// <param name="F1">The harmonic mean of both.</param>
/// <param name="CubedPrecision">The mean over reports of the share of their group that tells their story.</param>
/// <param name="CubedRecall">The mean over reports of the share of their story that is in their group.</param>
/// <param name="CubedF1">The harmonic mean of both.</param>
/// <param name="AdjustedRand">Agreement over pairs beyond chance.</param>
/// <remarks>
/// B-cubed: Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998. Adjusted Rand index: Hubert and Arabie,
/// "Comparing partitions", Journal of Classification 2 (1985).
/// </remarks>
internal readonly record struct Scores(
    double Precision, double Recall, double F1, double CubedPrecision, double CubedRecall, double CubedF1, double AdjustedRand)
{
    public static Scores Of(Truth truth, Grouping grouping)
    {
        var both = new Dictionary<(string Story, string Group), long>();
        var stories = new Dictionary<string, long>();
        var groups = new Dictionary<string, long>();
        foreach (var (report, story) in truth.Stories)
        {
            var group = grouping.Of(report);
            both[(story, group)] = both.GetValueOrDefault((story, group)) + 1;
            stories[story] = stories.GetValueOrDefault(story) + 1;
            groups[group] = groups.GetValueOrDefault(group) + 1;
        }

        double reports = truth.Stories.Count;
        var (hit, told, put) = (both.Values.Sum(Pairs), stories.Values.Sum(Pairs), groups.Values.Sum(Pairs));
        var (precision, recall) = (Share(hit, put), Share(hit, told));
        var cubedPrecision = both.Sum(b => (double)b.Value * b.Value / groups[b.Key.Group]) / reports;
        var cubedRecall = both.Sum(b => (double)b.Value * b.Value / stories[b.Key.Story]) / reports;
        var chance = told == 0 || put == 0 ? 0 : told * put / Pairs(truth.Stories.Count);
        var most = (told + put) / 2;
        return new Scores(
            precision, recall, Harmonic(precision, recall), cubedPrecision, cubedRecall, Harmonic(cubedPrecision, cubedRecall),
            most == chance ? 1 : (hit - chance) / (most - chance));
    }

    /// <summary>Precision, recall and F1 over the pairs with at least one of some reports, or over those without; the other scores are none.</summary>
    public static Scores OfPairs(Truth truth, Grouping grouping, Func<string, bool> some, bool with)
    {
        double Count(Func<string, string> setOf) => truth.Stories.Keys.GroupBy(setOf).Sum(set =>
        {
            var (all, others) = (set.Count(), set.Count(r => !some(r)));
            return with ? Pairs(all) - Pairs(others) : Pairs(others);
        });
        var (hit, told, put) = (Count(r => $"{truth.Stories[r]}\n{grouping.Of(r)}"), Count(r => truth.Stories[r]), Count(grouping.Of));
        var (precision, recall) = (Share(hit, put), Share(hit, told));
        return new Scores(precision, recall, Harmonic(precision, recall), double.NaN, double.NaN, double.NaN, double.NaN);
    }

    private static double Pairs(long n) => n * (n - 1) / 2.0;

    // No pair at all is no error.
    private static double Share(double part, double whole) => whole == 0 ? 1 : part / whole;

    private static double Harmonic(double a, double b) => a + b == 0 ? 0 : 2 * a * b / (a + b);
}
