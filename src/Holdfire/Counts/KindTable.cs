using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Counts;

/// <summary>Which kinds of claims, by act, areas and source, may hold the same events. Asked so often that it is kept as bits.</summary>
internal sealed class KindTable
{
    private const int Bits = 64;

    private readonly int[] act;
    private readonly SourceId?[] apart;
    private readonly bool[] actsMeet;
    private readonly int acts;
    private readonly ulong[]?[] areas;
    private readonly ulong[]?[] meeting;

    /// <summary>The kinds of these classes, numbered from 0.</summary>
    public KindTable(int count, List<ClaimClass> classes, Gazetteer places)
    {
        Count = count;
        act = new int[count];
        apart = new SourceId?[count];
        areas = new ulong[]?[count];
        meeting = new ulong[]?[count];
        ActCode[] codes = [.. classes.Select(c => c.Act).Distinct()];
        acts = codes.Length;
        actsMeet = [.. codes.SelectMany(a => codes.Select(b => !a.IsDisjointFrom(b)))];
        AreaCode[] all = [.. classes.SelectMany(c => c.Areas).Distinct()];
        var met = Array.ConvertAll(all, a => ToBits(all.Select(b => !places.AreDisjoint(a, b))));
        foreach (var one in classes.DistinctBy(c => c.Kind))
        {
            act[one.Kind] = Array.IndexOf(codes, one.Act);
            apart[one.Kind] = one.IsDistinct ? one.Source : null;
            if (one.Areas.IsEmpty)
            {
                continue;
            }

            areas[one.Kind] = ToBits(all.Select(a => one.Areas.Contains(a)));
            var own = one.Areas.Select(a => met[Array.IndexOf(all, a)]).ToArray();
            meeting[one.Kind] = [.. own[0].Select((_, word) => own.Aggregate(0UL, (sum, bits) => sum | bits[word]))];
        }
    }

    /// <summary>How many kinds there are.</summary>
    public int Count { get; }

    /// <summary>Whether claims of the two kinds may be about the same events, had they the same time.</summary>
    public bool Conflict(int a, int b)
    {
        if (apart[a] is { } source && apart[b] == source)
        {
            return false;
        }

        if (!actsMeet[(act[a] * acts) + act[b]])
        {
            return false;
        }

        if (areas[a] is not { } own || meeting[b] is not { } other)
        {
            return true;
        }

        for (var i = 0; i < own.Length; i++)
        {
            if ((own[i] & other[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static ulong[] ToBits(IEnumerable<bool> flags) =>
        [.. flags.Chunk(Bits).Select(chunk => chunk.Select((set, i) => set ? 1UL << i : 0).Aggregate((x, y) => x | y))];
}
