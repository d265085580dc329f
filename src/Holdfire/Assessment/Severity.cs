namespace Holdfire.Assessment;

/// <summary>Whether the number of people harmed changed as the number of events did.</summary>
/// <param name="Before">Killed and injured before, as the claims say.</param>
/// <param name="During">Killed and injured in the whole units of the truce.</param>
/// <param name="Ratio">The interval of those during over those to be expected.</param>
/// <param name="Size">The ratio itself.</param>
/// <param name="CountingChanged">
/// Whether the two tell of opposite changes, or those harmed exclude the rise of events: then the source most likely counts otherwise than
/// before, and the number of events tells nothing of the truce. A fall of events stands where those harmed did not rise: few events may
/// harm as many, and where hardly anyone is harmed their number cannot follow a fall.
/// </param>
public sealed record Severity(double Before, double During, RatioInterval Ratio, double Size, bool CountingChanged)
{
    /// <summary>The least that were killed and injured in the whole units of the truce, each claim in the unit of its middle.</summary>
    public required double DuringLeast { get; init; }

    /// <summary>The most; null for no limit.</summary>
    public required double? DuringMost { get; init; }

    internal static Severity Of(UnitComparison harm, UnitComparison events)
    {
        var (own, of) = (harm.IfQuiet, events.IfQuiet);
        var apart = own.High < of.Low || own.Low > of.High;
        var sameWay = (own.High < 1 && of.High < 1) || (own.Low > 1 && of.Low > 1);
        return new Severity(harm.Before.Middle, harm.During.Middle, own, harm.Point, apart && !sameWay && (of.High is not < 1 || own.Low >= 1))
        {
            DuringLeast = harm.During.Low, DuringMost = double.IsInfinity(harm.During.High) ? null : harm.During.High,
        };
    }
}
