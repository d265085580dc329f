using Holdfire.Places;

namespace Holdfire.Assessment;

/// <summary>One area of a truce, as claims that name it alone tell: shown, never part of a verdict.</summary>
/// <param name="Area">The area, as the source names it.</param>
/// <param name="Before">How many were counted there in the units before.</param>
/// <param name="During">How many in the whole units of the truce.</param>
/// <param name="Expected">How many were to be expected there: its share of those before.</param>
/// <param name="Size">The one over the other, drawn to the mean of all areas the more, the fewer were to be expected.</param>
public sealed record AreaChange(AreaCode Area, double Before, double During, double Expected, double Size);
