namespace Holdfire.Fusion;

/// <summary>A weighted mean that is drawn to a value before any is known.</summary>
internal struct FitMean
{
    /// <summary>The weight so far, and the weighted sum.</summary>
    public double Weight, Sum;

    public void Add(double value, double weight)
    {
        Weight += weight;
        Sum += weight * value;
    }

    /// <summary>The mean, where the value before is worth this weight.</summary>
    public readonly double Toward(double before, double worth) => (Sum + (worth * before)) / (Weight + worth);
}
