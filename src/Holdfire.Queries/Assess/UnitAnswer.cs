using Holdfire.Assessment;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>One unit of one line: a tidy row for statistics elsewhere.</summary>
/// <param name="Prohibition">The id of the prohibition.</param>
/// <param name="Act">The act.</param>
/// <param name="AllegedActor">The id of the party that is said to have acted; null for either side.</param>
/// <param name="Source">The id of the source.</param>
/// <param name="Primary">Whether the line speaks for its prohibition and alleged actor.</param>
/// <param name="Unit">The stretch of time for which the source makes one count.</param>
/// <param name="From">The start.</param>
/// <param name="To">The end, which does not belong to it.</param>
/// <param name="Least">The least that is certainly of it.</param>
/// <param name="Middle">What is compared; it may be a fraction.</param>
/// <param name="Most">The most that may be of it; null for no upper limit.</param>
/// <param name="Exposure">The share of it that was watched, from 0 to 1; 0 where nothing is known.</param>
/// <param name="Phase">Where it lies to the truce.</param>
/// <param name="State">What is known of it.</param>
public sealed record UnitAnswer(
    string Prohibition, string Act, string? AllegedActor, string Source, bool Primary, ReportingUnit Unit, Instant From, Instant To,
    double Least, double Middle, double? Most, double Exposure, UnitPhase Phase, UnitState State)
{
    /// <summary>The units of a line.</summary>
    public static IEnumerable<UnitAnswer> Of(AssessmentLine l) => l.Units.Select(u => new UnitAnswer(
        l.Prohibition.Id, l.Act.Value, l.AllegedActor?.Value, l.Source.Value, l.IsPrimary, l.ReportingUnit, u.Window.Start, u.Window.End,
        u.Least, u.Middle, u.Most, u.Exposure, u.Phase, u.State));
}
