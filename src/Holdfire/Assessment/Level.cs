namespace Holdfire.Assessment;

/// <summary>What is known of the level of violence at a unit: a gamma distribution of the rate of a wholly watched unit.</summary>
/// <remarks>
/// The local level for counts with a discount (Smith and Miller 1986, Harvey and Fernandes 1989; West, Harrison and Migon 1985),
/// with a pull to its long mean, so that what is not watched becomes what is usual and not anything at all.
/// </remarks>
/// <param name="Shape">The shape: the more, the better it is known.</param>
/// <param name="Rate">The rate; the mean is shape over rate.</param>
/// <param name="Usual">The part of the rate that comes from the long mean, not from what was seen since.</param>
internal readonly record struct Level(double Shape, double Rate, double Usual)
{
    /// <summary>The mean.</summary>
    public double Mean => Shape / Rate;

    /// <summary>The variance.</summary>
    public double Variance => Shape / (Rate * Rate);

    /// <summary>By how much the mean grows with the long mean: all of it where nothing was seen, little where much was seen of late.</summary>
    public double Leaning => Mean * Usual / Rate;

    /// <summary>Before anything was seen.</summary>
    public static Level Unseen(LevelParameters p, double mean) => new(p.Pull, p.Pull / mean, p.Pull / mean);

    /// <summary>One unit on, before its count is seen: it grows as what is usual does, and is pulled to that.</summary>
    /// <param name="p">How the level moves.</param>
    /// <param name="usual">What is usual at this unit.</param>
    /// <param name="next">What is usual at the next.</param>
    public Level Next(LevelParameters p, double usual, double next) => new(
        (p.Discount * Shape) + ((1 - p.Discount) * p.Pull), (p.Discount * Rate * usual / next) + ((1 - p.Discount) * p.Pull / next),
        (p.Discount * Usual * usual / next) + ((1 - p.Discount) * p.Pull / next));

    /// <summary>With a count; one of a unit that varies much by itself tells less.</summary>
    public Level Seen(double count, double exposure, double size)
    {
        var weight = 1 / (1 + (Mean * exposure / size));
        return new Level(Shape + (weight * count), Rate + (weight * exposure), Usual);
    }
}
