using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>What each field weighs, in bits: log2 of the odds of one event against separate ones. Place, time and background mean something only together.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Prior">What is to be expected before looking at the reports.</param>
/// <param name="Place">How near the places lie to each other.</param>
/// <param name="Time">How near the times lie to each other.</param>
/// <param name="Background">How few unrelated reports there usually are there and then.</param>
/// <param name="Act">The acts named.</param>
/// <param name="Actor">The actors named.</param>
/// <param name="Target">The targets named.</param>
/// <param name="Count">The counts.</param>
/// <param name="Harm">The killed and injured.</param>
public sealed record WeightAnswer(
    double Total, double Prior, double Place, double Time, double Background, double Act, double Actor, double Target, double Count, double Harm)
{
    /// <summary>From the parts.</summary>
    public static WeightAnswer Of(WeightParts w) => new(w.Total, w.Prior, w.Place, w.Time, w.Background, w.Act, w.Actor, w.Target, w.Count, w.Harm);
}
