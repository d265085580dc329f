using System.Collections.Immutable;

namespace Holdfire.Places;

/// <summary>How areas that lie within others, without being their members, lie to all areas.</summary>
/// <remarks>A village is held by its district and by all that holds the district. It may lie in any region of the district, and shares no ground with another village.</remarks>
internal sealed class AreasWithin
{
    private readonly ImmutableDictionary<AreaCode, ImmutableHashSet<AreaCode>> leaves;

    // The districts above each village, the nearest first.
    private readonly ImmutableArray<(AreaCode Village, ImmutableArray<AreaCode> Above)> chains;

    /// <summary>Follows each village upwards.</summary>
    /// <param name="villages">The areas that lie within others.</param>
    /// <param name="areas">All areas.</param>
    /// <param name="leaves">The regions that each area is made of.</param>
    /// <exception cref="ArgumentException">An area lies within one that is not known, or within itself.</exception>
    public AreasWithin(
        IEnumerable<Area> villages, IReadOnlyDictionary<AreaCode, Area> areas, ImmutableDictionary<AreaCode, ImmutableHashSet<AreaCode>> leaves)
    {
        this.leaves = leaves;
        chains = [.. villages.Select(v => (v.Code, Above(v, areas)))];
    }

    /// <summary>The regions that each area may share ground with, and those that lie within it, with the villages among them.</summary>
    public (ImmutableDictionary<AreaCode, ImmutableHashSet<AreaCode>> Touched, ImmutableDictionary<AreaCode, ImmutableHashSet<AreaCode>> Held) Join(
        ImmutableDictionary<AreaCode, ImmutableHashSet<AreaCode>> touched, ImmutableDictionary<AreaCode, ImmutableHashSet<AreaCode>> held)
    {
        var (near, inner) = (touched.ToBuilder(), held.ToBuilder());
        foreach (var group in chains.GroupBy(c => string.Join(' ', c.Above)))
        {
            var above = group.First().Above;
            var ground = above.SelectMany(d => leaves[d]).ToImmutableHashSet();
            var villages = group.SelectMany(c => leaves[c.Village]).ToImmutableHashSet();
            foreach (var code in leaves.Keys)
            {
                inner[code] = above.Any(d => leaves[d].IsSubsetOf(held[code])) ? inner[code].Union(villages) : inner[code];
                near[code] = leaves[code].Overlaps(ground) ? near[code].Union(villages) : near[code];
            }

            foreach (var (village, _) in group)
            {
                near[village] = near[village].Union(ground);
            }
        }

        return (near.ToImmutable(), inner.ToImmutable());
    }

    private static ImmutableArray<AreaCode> Above(Area village, IReadOnlyDictionary<AreaCode, Area> areas)
    {
        var above = ImmutableArray.CreateBuilder<AreaCode>();
        for (var at = village.Within; at is { } code; at = areas[code].Within)
        {
            if (!areas.ContainsKey(code) || code == village.Code || above.Contains(code))
            {
                throw new ArgumentException(areas.ContainsKey(code) ? $"area {village.Code} lies within itself" : $"area {code} is not known");
            }

            above.Add(code);
        }

        return above.ToImmutable();
    }
}
