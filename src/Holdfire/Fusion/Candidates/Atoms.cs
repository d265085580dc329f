using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>
/// Rows that are of one event by what is stated, and which of them are evidence: a report that repeats or denies another
/// adds none, since it has seen nothing of its own.
/// </summary>
internal sealed class Atoms
{
    private readonly StatedLinks links;
    private readonly FusionRows rows;

    public Atoms(FusionRows rows, StatedLinks links) => (this.rows, this.links) = (rows, links);

    /// <summary>
    /// Joins these rows, given in the order of their ids; all rows that they are linked to must be among them. Pins go
    /// first; a stated link that would join two rows pinned apart, or told apart by their source, is passed over.
    /// </summary>
    /// <returns>For each row, in the same order, the place of the first row of its atom and whether it is evidence.</returns>
    public (int[] AtomOf, bool[] IsEvidence) Join(IReadOnlyList<int> members)
    {
        var place = new Dictionary<int, int>(members.Count);
        for (var i = 0; i < members.Count; i++)
        {
            place[members[i]] = i;
        }

        var sets = new DisjointSets(members.Count);
        var depends = new bool[members.Count];
        var apart = PinnedApart(members, place);
        var told = SourcesTold(members);
        foreach (var link in InOrder(members, place, told.Count > 0))
        {
            var (from, to) = (place[link.From], place[link.To]);
            if (link.Kind == LinkKind.Pinned || !(IsToldApart(sets, told, from, to) ||
                apart.Exists(p => sets.Find(p.A) == sets.Find(from) && sets.Find(p.B) == sets.Find(to))))
            {
                Join(sets, told, from, to);
                depends[from] |= link.Kind != LinkKind.Pinned;
            }
        }

        var atomOf = new int[members.Count];
        var seen = new bool[members.Count];
        for (var i = 0; i < members.Count; i++)
        {
            atomOf[i] = sets.Find(i);
            seen[atomOf[i]] |= !depends[i];
        }

        // Reports that only repeat each other in a circle: the first stands for them.
        return (atomOf, [.. depends.Select((d, i) => !d || (!seen[atomOf[i]] && atomOf[i] == i))]);
    }

    // Order matters only where a link may be passed over: pins first, then by the places of the rows.
    private List<StatedLink> InOrder(IReadOnlyList<int> members, Dictionary<int, int> place, bool anyToldApart)
    {
        var found = new List<StatedLink>();
        foreach (var member in members)
        {
            foreach (var link in links.Of(member))
            {
                if (link.From == member)
                {
                    found.Add(link);
                }
            }
        }

        return !links.HasApart && !anyToldApart ? found
            : [.. found.OrderBy(l => l.Kind == LinkKind.Pinned ? 0 : 1).ThenBy(l => place[l.From]).ThenBy(l => place[l.To])];
    }

    // By set, known by its first place, the sources among it that tell their rows apart.
    private Dictionary<int, HashSet<int>> SourcesTold(IReadOnlyList<int> members)
    {
        var told = new Dictionary<int, HashSet<int>>();
        for (var i = 0; i < members.Count; i++)
        {
            if (rows.Values[members[i]].IsDistinct)
            {
                told[i] = [rows.Values[members[i]].Source];
            }
        }

        return told;
    }

    private static bool IsToldApart(DisjointSets sets, Dictionary<int, HashSet<int>> told, int a, int b) =>
        told.Count > 0 && sets.Find(a) != sets.Find(b) && told.TryGetValue(sets.Find(a), out var one) && told.TryGetValue(sets.Find(b), out var two) &&
        one.Overlaps(two);

    private static void Join(DisjointSets sets, Dictionary<int, HashSet<int>> told, int a, int b)
    {
        var (one, two) = (sets.Find(a), sets.Find(b));
        sets.Join(a, b);
        if (told.Count > 0 && one != two)
        {
            HashSet<int> both = [.. told.GetValueOrDefault(one, []), .. told.GetValueOrDefault(two, [])];
            if (both.Count > 0)
            {
                told[sets.Find(a)] = both;
            }
        }
    }

    // The places of the rows that a person has pinned apart, each pair both ways round.
    private List<(int A, int B)> PinnedApart(IReadOnlyList<int> members, Dictionary<int, int> place) =>
        !links.HasApart ? [] : [.. members.SelectMany((m, i) => links.ApartFrom(m).Where(place.ContainsKey).Select(o => (i, place[o])))];
}
