namespace Holdfire.Fusion;

/// <summary>What the matches of one source say of it, against the parameters that were used for it.</summary>
internal sealed class SourceSums(SourceParameters used)
{
    private FitMean place, time, lag, bias;

    /// <summary>Adds a pair of a report of this source and one of another.</summary>
    public void Add(in FusionRow own, in FusionRow other, double p)
    {
        var (x, y, z) = (own.X - other.X, own.Y - other.Y, own.Z - other.Z);

        // What a pair does not explain is laid half on either source. A variance is learnt by what the squares exceed, weighted
        // as exactly as the pair can tell.
        var expected = own.PlaceVariance + other.PlaceVariance;
        place.Add((used.PlaceErrorKm * used.PlaceErrorKm) + (((((x * x) + (y * y) + (z * z)) / 2) - expected) / 2), p / (expected * expected));
        if (!own.HasEdges && !other.HasEdges)
        {
            var apart = ((own.Start + own.End) - (other.Start + other.End)) / 2;
            var both = own.TimeVariance + other.TimeVariance;
            time.Add((used.TimeErrorHours * used.TimeErrorHours) + (((apart * apart) - both) / 2), p / (both * both));
            lag.Add(used.LagHours + (apart / 2), p / both);
        }

        if (own.Count.IsStated && other.Count.IsStated && own.CountKey == other.CountKey)
        {
            bias.Add(used.CountBias + ((own.Count.Offset - other.Count.Offset) / 2), p);
        }
    }

    public SourceParameters Learn(FusionParameters prior, SourceParameters before, double linkBits)
    {
        const double Worth = FusionFit.PriorMatches;
        return new SourceParameters(
            Deviation(place, before.PlaceErrorKm, prior.PlaceErrorKm), Deviation(time, before.TimeErrorHours, prior.TimeErrorHours),
            lag.Toward(before.LagHours, Worth / (4 * prior.TimeErrorHours * prior.TimeErrorHours)),
            bias.Toward(before.CountBias, Worth), linkBits);
    }

    private static double Deviation(FitMean squares, double before, double usual)
    {
        // Never less than before: pairs that are not believed cannot teach that errors are large.
        // A pair of two usual reports has four times the usual variance: its own and its stated precision, twice.
        var worth = FusionFit.PriorMatches / (16 * usual * usual * usual * usual);
        var variance = squares.Toward(before * before, worth);
        return Math.Sqrt(Math.Clamp(variance, before * before, usual * usual * 100));
    }
}
