namespace Holdfire.Queries;

/// <summary>Those killed and injured beside the number of events, by one line, rounded as shown.</summary>
/// <param name="During">How many in the whole units of the truce, at the least and at the most, as claimed.</param>
/// <param name="Size">That over what was to be expected.</param>
/// <param name="Ratio">The 95 % interval of that.</param>
/// <param name="CountingChanged">Whether they tell of another change than the events, so that most likely the counting changed.</param>
public sealed record HarmFigures(CountBounds During, double Size, RatioBounds Ratio, bool CountingChanged);
