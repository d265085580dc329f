namespace Holdfire.Fusion;

/// <summary>
/// Upper bounds on what a report can weigh in any pair, so that hopeless pairs are passed over without being weighed. Proofs
/// stand in docs/fusion.md, section "No pair is lost".
/// </summary>
internal sealed class Bounds(FusionParameters parameters, ActTable acts)
{
    private readonly double otherActor = Named.MostBitsOfOthers(parameters.ActorError);
    private readonly double otherTarget = Named.MostBitsOfOthers(parameters.TargetError);

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
    private static double PeakBits(in FusionRow row, FusionParameters p)
    {
        var time = row.HasEdges
            ? -Math.Log2(row.End - row.Start)
            : -0.5 * Math.Log2(2 * Math.PI * row.TimeVariance);
        return time - Math.Log2(2 * Math.PI * row.PlaceVariance) + (row.IsMinute ? SameMinuteBits(p) : 0);
    }

    /// <summary>The bounds of a row from its other fields.</summary>
    public static void Fill(ref FusionRow row, FusionParameters p)
    {
        row.PeakBits = PeakBits(row, p);
        (row.ActorBits, row.TargetBits) = (row.Actor.MostBits(p.ActorError), row.Target.MostBits(p.TargetError));
        (row.CountBits, row.KilledBits, row.InjuredBits) = (Most(row.Count), Most(row.Killed), Most(row.Injured));
    }

    /// <summary>
    /// Whether a pair may reach the threshold: its place and time cannot exceed the peak of either report, its background
    /// the lower density of the two, its counts and harm the bound of either; acts and names weigh what they weigh.
    /// </summary>
    public bool MayReach(in FusionRow a, in FusionRow b)
    {
        var placeTime = Math.Min(a.PeakBits, b.PeakBits) - (Math.Min(a.LnDensity, b.LnDensity) / Math.Log(2));
        var prior = parameters.LinkBits + a.LinkBits + b.LinkBits + Scorer.TwiceBits(a, b, parameters);
        var names = OfNames(a.Actor, b.Actor, a.ActorBits, otherActor) + OfNames(a.Target, b.Target, a.TargetBits, otherTarget);
        var counts = (a.CountKey == b.CountKey ? Math.Min(a.CountBits, b.CountBits) : 0) +
            Math.Min(a.KilledBits, b.KilledBits) + Math.Min(a.InjuredBits, b.InjuredBits);
        return prior + placeTime + acts.PairBits(a.Act, b.Act) + names + counts >= parameters.ThresholdBits - 0.01;
    }

    private static double OfNames(Named a, Named b, double same, double others) =>
        !a.IsNamed || !b.IsNamed ? 0 : a.Number == b.Number ? same : others;

    // Against a value v of no error the ratio is greatest at the best v: N(v; x, s²) over the density of x alone.
    private static double Most(in Quantity q) => q.IsStated ? Math.Max(0, ((-0.5 * q.LnVariance) - q.LnAlone) / Math.Log(2)) : 0;
}
