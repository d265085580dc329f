using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace Holdfire.Places;

/// <summary>The areas that a case knows, with their names and how they lie to each other.</summary>
/// <remarks>
/// Regions are disjoint unless equal or their outlines overlap; an area made of others holds its members, however deep, one with an
/// outline what lies within it, and any the areas that are declared to lie within it. Names are compared without regard to case; an unknown name is never guessed.
/// </remarks>
public sealed class Gazetteer
{
    private const int TypingError = 2;
    private static readonly Lazy<HashSet<AreaCode>> BuiltIn = new(() => [.. BuiltInGazetteer.Areas.Select(a => a.Code)]);
    private readonly ImmutableDictionary<AreaCode, Area> areas;
    private readonly ImmutableDictionary<string, AreaCode> names;
    private readonly ImmutableDictionary<AreaCode, ImmutableHashSet<AreaCode>> leaves;

    // The regions that each area may share ground with, and those that lie within it.
    private readonly ImmutableDictionary<AreaCode, ImmutableHashSet<AreaCode>> touched, held;

    /// <summary>A gazetteer of these areas. Later areas replace earlier ones of the same code.</summary>
    /// <exception cref="ArgumentException">A member, or the area that one lies within, is unknown, areas hold each other, or two areas share a name.</exception>
    public Gazetteer(IEnumerable<Area> areas)
    {
        var byCode = ImmutableDictionary.CreateBuilder<AreaCode, Area>();
        foreach (var area in areas)
        {
            byCode[area.Code] = area;
        }

        this.areas = byCode.ToImmutable();
        names = NamesOf(this.areas.Values);
        var open = new HashSet<AreaCode>();
        var found = new Dictionary<AreaCode, ImmutableHashSet<AreaCode>>();
        foreach (var code in this.areas.Keys)
        {
            LeavesOf(code, open, found);
        }

        leaves = found.ToImmutableDictionary();
        (touched, held) = new OutlineOverlaps([.. this.areas.Values.Where(a => a.Members.IsEmpty)]) is { AreAny: true } overlaps
            ? (leaves.ToImmutableDictionary(l => l.Key, l => overlaps.Touched(l.Value)),
                leaves.ToImmutableDictionary(l => l.Key, l => overlaps.Held(l.Value, OutlineOf(l.Key))))
            : (leaves, leaves);
        if (this.areas.Values.Where(a => a.Within is not null).ToList() is { Count: > 0 } villages)
        {
            (touched, held) = new AreasWithin(villages, this.areas, leaves).Join(touched, held);
        }
    }

    /// <summary>
    /// Whether the built-in areas are here only because the case names no country: they are then the last to be offered for a
    /// name that nobody has.
    /// </summary>
    public bool IsBuiltInAssumed { get; init; } = true;

    /// <summary>The gazetteer with more areas. Where a code or name is in use already it stays where it is.</summary>
    public Gazetteer With(IEnumerable<Area> more) =>
        new(areas.Values.Concat(more.Where(a => !areas.ContainsKey(a.Code)).Select(a => World.Without(a, n => names.ContainsKey(Key(n))))))
        {
            IsBuiltInAssumed = IsBuiltInAssumed,
        };

    /// <summary>All areas in the order of their codes.</summary>
    public IEnumerable<Area> Areas => areas.Values.OrderBy(a => a.Code);

    /// <summary>The area of a code, or null.</summary>
    public Area? Find(AreaCode code) => areas.GetValueOrDefault(code);

    /// <summary>The area with this code, name or alias, or null.</summary>
    public Area? FindByName(string name)
    {
        var key = Key(name);
        return names.TryGetValue(key, out var code) ? areas[code] : null;
    }

    /// <summary>
    /// The known names nearest to an unknown one, best first. In a case with places of its own others are named only where they
    /// are nearly the same.
    /// </summary>
    public IReadOnlyList<string> Nearest(string name, int most = 3)
    {
        var key = Key(name);
        var (own, all) = (areas.Values.Any(IsOwn), areas.Values.Select(a => (IsOwn: IsOwn(a), Best: Best(a))));
        return [.. all.Where(a => a.IsOwn || !own || a.Best.Distance <= TypingError).Select(a => a.Best)
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Select(n => n.Name).Take(most)];

        (string Name, int Distance) Best(Area area) => area.Aliases.Append(area.Name).Append(area.Code.Value).Append(area.LocalName).Where(n => n.Length > 0)
            .Select(n => (Name: n, Distance: Distance(key, n))).OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).First();
    }

    /// <summary>What a name is compared by: without regard to case and to blanks around it.</summary>
    internal static string Key(string name) => name.Trim().ToUpperInvariant();

    private bool IsOwn(Area area) => !IsBuiltInAssumed || !BuiltIn.Value.Contains(area.Code);

    // A region is often written without the word for its kind, so a name's first word alone is nearly as near.
    private static int Distance(string key, string name)
    {
        var whole = Key(name);
        var word = whole.IndexOf(' ', StringComparison.Ordinal);
        return word < 0 ? EditDistance.Between(key, whole)
            : Math.Min(EditDistance.Between(key, whole), EditDistance.Between(key, whole[..word]) + 1);
    }

    /// <summary>Whether the outer area holds all of the inner one.</summary>
    public bool Contains(AreaCode outer, AreaCode inner) => outer == inner || leaves[inner].IsSubsetOf(held[outer]);

    /// <summary>Whether the outer areas together hold all of the inner one.</summary>
    public bool Covers(IReadOnlyCollection<AreaCode> outer, AreaCode inner) =>
        outer.Any(o => Contains(o, inner)) || leaves[inner].All(leaf => outer.Any(o => held[o].Contains(leaf)));

    /// <summary>The border of an area: its own, or that of its regions together where each has one; else null.</summary>
    public Geometry? OutlineOf(AreaCode code) => leaves[code].Select(leaf => areas[leaf].Outline).ToList() is var parts
        && parts.Contains(null) ? null : parts.Count == 1 ? parts[0] : UnaryUnionOp.Union(parts);

    /// <summary>Whether the two share no place.</summary>
    public bool AreDisjoint(AreaCode a, AreaCode b) => a != b && !touched[a].Overlaps(leaves[b]);

    /// <summary>The regions that these areas are made of. Every area must be known.</summary>
    public ImmutableHashSet<AreaCode> RegionsOf(ImmutableArray<AreaCode> codes) =>
        codes.Length == 1 ? leaves[codes[0]] : [.. codes.SelectMany(c => leaves[c])];

    /// <summary>Whether a place may lie in an area, by the circles about its regions; false where none has one.</summary>
    public bool MayTouch(GeoCircle place, AreaCode area) => leaves[area].Any(r =>
        areas[r].Centre is { } centre && Sphere.Distance(centre, place.Centre) <= areas[r].RadiusKm + place.RadiusKm);

    private static ImmutableDictionary<string, AreaCode> NamesOf(IEnumerable<Area> areas)
    {
        var names = ImmutableDictionary.CreateBuilder<string, AreaCode>(StringComparer.Ordinal);
        foreach (var area in areas)
        {
            foreach (var name in area.Aliases.Append(area.Name).Append(area.Code.Value).Append(area.LocalName))
            {
                var key = Key(name);
                if (key.Length > 0 && names.TryGetValue(key, out var other) && other != area.Code)
                {
                    throw new ArgumentException($"'{name}' names both {other} and {area.Code}");
                }

                if (key.Length > 0)
                {
                    names[key] = area.Code;
                }
            }
        }

        return names.ToImmutable();
    }

    private ImmutableHashSet<AreaCode> LeavesOf(
        AreaCode code, HashSet<AreaCode> open, Dictionary<AreaCode, ImmutableHashSet<AreaCode>> found)
    {
        if (found.TryGetValue(code, out var known))
        {
            return known;
        }

        if (!areas.TryGetValue(code, out var area))
        {
            throw new ArgumentException($"area {code} is not known");
        }

        if (!open.Add(code))
        {
            throw new ArgumentException($"area {code} holds itself");
        }

        var result = area.Members.IsEmpty
            ? [code]
            : area.Members.SelectMany(m => LeavesOf(m, open, found)).ToImmutableHashSet();
        open.Remove(code);
        found[code] = result;
        return result;
    }
}
