namespace Holdfire.Incidents;

/// <summary>
/// Upper bounds on what a report can weigh in any pair, so that hopeless pairs are passed over without being weighed. Proofs
/// stand in docs/fusion.md, section "No pair is lost".
/// </summary>
internal static class Bounds
{
    /// <summary>
    /// What the same minute weighs beyond lying near: the share of reports of one event that give the same minute, against
    /// the density of usual errors. Clocks agree to the minute, or one report was taken from the other.
    /// </summary>
    public static double SameMinuteBits(FusionParameters p)
    {
        const double PerHour = 60;
        var usual = 1 / Math.Sqrt(4 * Math.PI * p.TimeErrorHours * p.TimeErrorHours);
        return Math.Max(0, Math.Log2((1 - p.SameMinuteShare) + (p.SameMinuteShare * PerHour / usual)));
    }

    /// <summary>The highest density that the report's own place and time reach, 1 km² and 1 hour the units, bits.</summary>
    public static double PeakBits(in FusionRow row, FusionParameters p)
    {
        var time = row.HasEdges
            ? -Math.Log2(row.End - row.Start)
            : -0.5 * Math.Log2(2 * Math.PI * row.TimeVariance);
        return time - Math.Log2(2 * Math.PI * row.PlaceVariance) + (row.IsMinute ? SameMinuteBits(p) : 0);
    }

    /// <summary>The most that act, actor, target, count and harm can weigh together, bits.</summary>
    public static double OtherBits(in FusionRow row, FusionParameters p, double actBits) =>
        actBits + row.Actor.MostBits(p.ActorError) + row.Target.MostBits(p.TargetError) +
        Most(row.Count, p.CountSpread) + Most(row.Killed, p.HarmSpread) + Most(row.Injured, p.HarmSpread);

    /// <summary>
    /// Whether a pair may reach the threshold: its place and time cannot exceed the peak of either report, its background
    /// the lower density of the two, its other fields the bound of either.
    /// </summary>
    public static bool MayReach(in FusionRow a, in FusionRow b, FusionParameters p)
    {
        var placeTime = Math.Min(a.PeakBits, b.PeakBits) - (Math.Min(a.LnDensity, b.LnDensity) / Math.Log(2));
        var prior = p.LinkBits + a.LinkBits + b.LinkBits + Scorer.TwiceBits(a, b, p);
        return prior + placeTime + Math.Min(a.MostOtherBits, b.MostOtherBits) >= p.ThresholdBits - 0.01;
    }

    // Against a value v of no error the ratio is greatest at the best v: N(v; x, s²) over the density of x alone.
    private static double Most(in Quantity q, double spread)
    {
        if (!q.IsStated)
        {
            return 0;
        }

        var best = -0.5 * q.LnVariance;
        return Math.Max(0, (best - q.LnAlone) / Math.Log(2));
    }
}
