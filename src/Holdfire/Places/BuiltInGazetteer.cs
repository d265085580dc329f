using System.Collections.Immutable;

namespace Holdfire.Places;

/// <summary>The areas that a case knows without naming a country.</summary>
/// <remarks>
/// First-level regions after ISO 3166-2, seas, and areas made of them. Centres and radii are approximate: for drawing and
/// for blocking, not for measuring. <see cref="World"/> has those of the other countries. See <c>docs/places.md</c>.
/// </remarks>
public static class BuiltInGazetteer
{
    /// <summary>All built-in areas in the order of their codes.</summary>
    public static ImmutableArray<Area> Areas { get; } = [.. AreaRows.Read("gazetteer.csv").OrderBy(a => a.Code)];
}
