namespace Holdfire.Fusion;

/// <summary>
/// What each field weighs for a group of reports being of one event against each being of its own, bits. Place and time are
/// densities per km² and per hour, and background their usual density: only the sum of the three means something.
/// </summary>
/// <param name="Prior">What is to be expected before looking at the reports.</param>
/// <param name="Place">How near the places lie to each other.</param>
/// <param name="Time">How near the times lie to each other.</param>
/// <param name="Background">How few unrelated reports there usually are there and then, with the limit on place and time.</param>
/// <param name="Act">The acts named.</param>
/// <param name="Actor">The actors named.</param>
/// <param name="Target">The targets named.</param>
/// <param name="Count">The counts.</param>
/// <param name="Harm">The killed and injured.</param>
public readonly record struct WeightParts(
    double Prior, double Place, double Time, double Background, double Act, double Actor, double Target, double Count, double Harm)
{
    /// <summary>The weight: log2 of the odds of one event against separate events.</summary>
    public double Total => Prior + Place + Time + Background + Act + Actor + Target + Count + Harm;
}
