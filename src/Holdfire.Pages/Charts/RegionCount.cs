using Holdfire.Places;

namespace Holdfire.Pages.Charts;

/// <summary>Bounds on one side's claims for one region.</summary>
/// <param name="Area">The region.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The most by claims that name the region, null where unbounded.</param>
/// <param name="Anywhere">The most with the claims that do not say where they are, null where unbounded.</param>
internal sealed record RegionCount(Area Area, long Min, long? Max, long? Anywhere);
