using Holdfire.Places;

namespace Holdfire.Counts;

/// <summary>The classes that occur in a series of claims, and their kinds, numbered anew in the order of the series.</summary>
internal sealed class ClassTable
{
    private readonly List<ClaimClass> all = [];

    /// <summary>The classes of these claims, given by their numbers among those of the case.</summary>
    public ClassTable(int[] claims, IReadOnlyList<ClaimClass> ofCase, Gazetteer places)
    {
        var known = new int[ofCase.Count];
        var kinds = new Dictionary<int, int>();
        Classes = new int[claims.Length];
        for (var i = 0; i < claims.Length; i++)
        {
            if (known[claims[i]] == 0)
            {
                var one = ofCase[claims[i]];
                kinds.TryAdd(one.Kind, kinds.Count);
                all.Add(one with { Number = all.Count, Kind = kinds[one.Kind] });
                known[claims[i]] = all.Count;
            }

            Classes[i] = known[claims[i]] - 1;
        }

        Kinds = new KindTable(kinds.Count, all, places);
    }

    /// <summary>All classes by number.</summary>
    public IReadOnlyList<ClaimClass> All => all;

    /// <summary>The number of the class of each claim.</summary>
    public int[] Classes { get; }

    /// <summary>The kinds of the classes.</summary>
    public KindTable Kinds { get; }
}
