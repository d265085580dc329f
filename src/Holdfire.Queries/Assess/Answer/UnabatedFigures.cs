using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>That what a truce forbids went on about as before, as a source that speaks for no party counts; rounded as shown.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Unit">The stretch of time for which it makes one count.</param>
/// <param name="WithBreach">Whole units of the truce with a breach, as it claims.</param>
/// <param name="Units">Whole units of the truce.</param>
/// <param name="Counted">How many breaches it counts in them.</param>
/// <param name="Expected">How many were to be expected without a truce.</param>
public sealed record UnabatedFigures(string Source, ReportingUnit Unit, int WithBreach, int Units, double Counted, double Expected);
