using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Exports;

/// <summary>A row of an export.</summary>
/// <param name="Values">A value a column: string, long, double, bool, Instant, or null for not said.</param>
/// <param name="Point">Where it is, WGS 84; null where no point is given.</param>
public sealed record ExportRow(ImmutableArray<object?> Values, GeoPoint? Point);
