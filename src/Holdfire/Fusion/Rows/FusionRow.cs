namespace Holdfire.Fusion;

/// <summary>The numbers of one report that fusion works on: km, hours since 1970, natural logarithms.</summary>
internal record struct FusionRow
{
    /// <summary>The centre of its place, from the Earth's centre, and the same in degrees.</summary>
    public double X, Y, Z, Latitude, Longitude;

    /// <summary>The variance of its place along each axis, and its natural logarithm.</summary>
    public double PlaceVariance, LnPlaceVariance;

    /// <summary>Its window, less the lag of its source, and the standard deviation of its ends.</summary>
    public double Start, End, TimeError;

    /// <summary>The end of its window as told: <see cref="End"/> is cut at the publication.</summary>
    public double ToldEnd;

    /// <summary>When it was published; not a number where that is not known.</summary>
    public double Published;

    /// <summary>The variance of its time as one normal distribution; the window, where long, is used as it is.</summary>
    public double TimeVariance;

    /// <summary>The natural logarithm of that variance or, where the window has edges, of its length.</summary>
    public double LnTimeExtent;

    /// <summary>The background about it, bursts included.</summary>
    public double LnDensity;

    /// <summary>What it counted; without information where the variance is 0.</summary>
    public Quantity Count, Killed, Injured;

    /// <summary>The highest density that its own place and time reach, bits.</summary>
    public double PeakBits;

    /// <summary>What another report that names the same weighs in a pair with it, and the most that one can that counts, bits.</summary>
    public double ActorBits, TargetBits, CountBits, KilledBits, InjuredBits;

    /// <summary>How much more readily its source's reports join others, bits.</summary>
    public double LinkBits;

    public Named Actor, Target;

    public int Source;

    /// <summary>Which measure and unit it counted in.</summary>
    public byte CountKey;

    public byte Act;

    public bool IsAggregate;

    /// <summary>Whether it gives an area and no point.</summary>
    public bool IsAreaAlone;

    /// <summary>Whether its source tells its rows apart: no two of them are one event.</summary>
    public bool IsDistinct;

    /// <summary>Whether its words hold something that few other events share.</summary>
    public bool IsSingledOut;

    /// <summary>Whether place and time are exact enough to be compared at all.</summary>
    public bool IsComparable;

    /// <summary>Whether it gives a clock time to a few minutes.</summary>
    public readonly bool IsMinute => End - Start < 0.1 && !HasEdges;

    /// <summary>Whether its window is long beside its error, so that its edges matter.</summary>
    public readonly bool HasEdges => End - Start > 4 * TimeError;
}
