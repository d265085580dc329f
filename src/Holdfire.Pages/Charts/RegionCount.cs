using Holdfire.Places;

namespace Holdfire.Pages.Charts;

/// <summary>Bounds on one side's claims for one region; the most is null where it is unbounded.</summary>
internal sealed record RegionCount(Area Area, long Min, long? Max);
