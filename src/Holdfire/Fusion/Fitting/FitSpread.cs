namespace Holdfire.Fusion;

/// <summary>
/// What reports and their matches say of one kind of quantity: its mean and spread over all events, and the error of a report.
/// </summary>
internal struct FitSpread(double usedError)
{
    private FitMean offsets, squares, errors;

    public void Add(in Quantity quantity)
    {
        if (quantity.IsStated)
        {
            offsets.Add(quantity.Offset, 1);
            squares.Add((quantity.Offset * quantity.Offset) - quantity.Variance, 1);
        }
    }

    public void AddPair(in Quantity a, in Quantity b, double p)
    {
        if (a.IsStated && b.IsStated)
        {
            var apart = a.Offset - b.Offset;
            errors.Add((usedError * usedError) + (((apart * apart) - a.Variance - b.Variance) / 2), p);
        }
    }

    /// <summary>The mean, where the one used and the one before are these.</summary>
    public readonly double Mean(double used, double before) => used + offsets.Toward(before - used, FusionFit.PriorMatches);

    public readonly double Spread(double before)
    {
        var mean = offsets.Toward(0, 0.001);
        var variance = squares.Toward(0, 0.001) - (mean * mean);
        return Math.Sqrt(Math.Clamp(
            ((variance * squares.Weight) + (before * before * FusionFit.PriorMatches)) / (squares.Weight + FusionFit.PriorMatches),
            before * before / 100, before * before * 100));
    }

    /// <summary>The error, never less than the one before: what is not believed cannot teach.</summary>
    public readonly double Error(double before) =>
        Math.Sqrt(Math.Clamp(errors.Toward(before * before, FusionFit.PriorMatches), before * before, before * before * 100));
}
