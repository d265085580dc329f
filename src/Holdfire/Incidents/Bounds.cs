namespace Holdfire.Incidents;

/// <summary>
/// Upper bounds on what a report can weigh in any pair, so that hopeless pairs are passed over without being weighed. Proofs
/// stand in docs/fusion.md, section "No pair is lost".
/// </summary>
internal static class Bounds
{
    /// <summary>The highest density that the report's own place and time reach, 1 km² and 1 hour the units, bits.</summary>
    public static double PeakBits(in FusionRow row)
    {
        var time = row.HasEdges
            ? -Math.Log2(row.End - row.Start)
            : -0.5 * Math.Log2(2 * Math.PI * row.TimeVariance);
        return time - Math.Log2(2 * Math.PI * row.PlaceVariance);
    }

    /// <summary>The most that act, actor, count and harm can weigh together, bits.</summary>
    public static double OtherBits(in FusionRow row, FusionParameters p, double actBits)
    {
        var actor = row.Actor < 0 ? 0
            : Math.Max(0, Math.Log2(ActorRatio(row.ActorShare, p.ActorError)));
        return actBits + actor + Most(row.Count, p.CountSpread) + Most(row.Killed, p.HarmSpread) + Most(row.Injured, p.HarmSpread);
    }

    /// <summary>
    /// Whether a pair may reach the threshold: its place and time cannot exceed the peak of either report, its background
    /// the lower density of the two, its other fields the bound of either.
    /// </summary>
    public static bool MayReach(in FusionRow a, in FusionRow b, FusionParameters p)
    {
        var placeTime = Math.Min(a.PeakBits, b.PeakBits) - (Math.Min(a.LnDensity, b.LnDensity) / Math.Log(2));
        return p.LinkBits + Math.Max(0, p.RepeatBits) + placeTime + Math.Min(a.MostOtherBits, b.MostOtherBits) >= p.ThresholdBits - 0.01;
    }

    // The same actor: p ((1 - e) / p + e)² over both, plus those who are not named.
    private static double ActorRatio(double share, double error)
    {
        var right = ((1 - error) / share) + error;
        return (share * right * right) + ((1 - share) * error * error);
    }

    // Against a value v of no error the ratio is greatest at the best v: N(v; x, s²) over the density of x alone.
    private static double Most(in Quantity q, double spread)
    {
        if (!q.IsStated)
        {
            return 0;
        }

        var best = -0.5 * Math.Log(q.Variance);
        return Math.Max(0, (best - q.LnAlone) / Math.Log(2));
    }
}
