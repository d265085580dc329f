using System.Collections.Immutable;

namespace Holdfire.Fusion;

/// <summary>Reports per km² and hour, in cells from coarse to fine.</summary>
/// <remarks>
/// The density of a cell is the mean of a Gamma posterior whose prior is the cell about it, worth
/// <see cref="ParentWeight"/> reports (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.6): a cell with few
/// reports says what its surroundings say. Levels without hours of their own hold the whole time of the map; outside of that
/// time they alone are used.
/// </remarks>
/// <param name="Floor">The density where nothing is known, reports per km² and hour, above 0.</param>
/// <param name="From">The start of the map's time, hours since 1970.</param>
/// <param name="To">The end of the map's time, hours since 1970.</param>
/// <param name="Levels">From coarse to fine.</param>
public sealed record DensityMap(double Floor, double From, double To, ImmutableArray<DensityLevel> Levels)
{
    /// <summary>How many reports the coarser cell is worth as prior of a finer one.</summary>
    public const double ParentWeight = 4;

    internal IEnumerable<string> Faults(string name)
    {
        if (!(Floor > 0))
        {
            yield return FormattableString.Invariant($"{name}.floor: expected a number above 0, found {Floor}");
        }

        if (!(From <= To))
        {
            yield return FormattableString.Invariant($"{name}.to: expected hours from {From}, the start of the map's time; found {To}");
        }

        foreach (var level in Levels)
        {
            if (!(level.EdgeKm >= 1) || !(level.Hours >= 0) || level.Cells.Length != level.Counts.Length ||
                !level.IsSorted())
            {
                yield return FormattableString.Invariant(
                    $"{name}.levels: expected an edge from 1 km, hours from 0, rising cells and as many counts; found a level of {level.EdgeKm} km");
            }
        }
    }
}
