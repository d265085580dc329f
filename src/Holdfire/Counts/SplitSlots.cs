using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.Counts;

/// <summary>Puts claims that were split, as wholes, among what they are counted as.</summary>
internal static class SplitSlots
{
    /// <summary>
    /// The order of claims and wholes by start and end, wholes last, those by id: the number of a claim, or the complement of that of a split. Null where there is
    /// no whole: one stands only beside all that it is counted as, each with the count that it has in the table.
    /// </summary>
    public static int[]? Of(ClaimTable table, int[] claims, Report[] own)
    {
        if (table.Splits.Count == 0)
        {
            return null;
        }

        var present = new int[table.Splits.Count];
        for (var i = 0; i < claims.Length; i++)
        {
            if (table.Members[claims[i]].Split is >= 0 and var split && ReferenceEquals(own[i], table.Reports[claims[i]]))
            {
                present[split]++;
            }
        }

        int[] wholes = [.. Enumerable.Range(0, present.Length).Where(s => present[s] == table.Splits[s].Members).OrderBy(s => table.Splits[s].Whole.Id).Select(s => ~s)];
        (long, long) Time(int slot) => slot < 0
            ? (StartOf(table.Splits[~slot]), EndOf(table.Splits[~slot])) : (table.Starts[claims[slot]], table.Ends[claims[slot]]);
        return wholes.Length == 0 ? null : [.. Enumerable.Range(0, claims.Length).Concat(wholes).OrderBy(Time)];
    }

    /// <summary>The start, as Unix ticks.</summary>
    public static long StartOf(SplitClaim split) => Intervals.StartOf(split.Time).ToUnixTimeTicks();

    /// <summary>The end, as Unix ticks.</summary>
    public static long EndOf(SplitClaim split) => ClaimTable.EndTicks(split.Time);

    /// <summary>What includes what, by slots. A whole is in what all that it is counted as is in.</summary>
    /// <param name="ofClaims">The same by the numbers of claims.</param>
    /// <param name="slots">The slots.</param>
    /// <param name="members">What each is counted for.</param>
    public static Dictionary<int, int[]> Above(Dictionary<int, int[]> ofClaims, int[] slots, SplitMember[] members)
    {
        var slotOf = new int[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] >= 0)
            {
                slotOf[slots[i]] = i;
            }
        }

        var found = ofClaims.ToDictionary(a => slotOf[a.Key], a => (int[])[.. a.Value.Select(o => slotOf[o]).Order()]);
        if (found.Count == 0)
        {
            return found;
        }

        var bySplit = Enumerable.Range(0, slots.Length).Where(m => slots[m] >= 0 && members[m].Split >= 0).ToLookup(m => members[m].Split);
        for (var i = 0; i < slots.Length; i++)
        {
            int[] common = slots[i] < 0 ? [.. bySplit[~slots[i]].Select(m => found.GetValueOrDefault(m) ?? []).Aggregate((a, b) => [.. a.Intersect(b)])] : [];
            if (common.Length > 0)
            {
                found[i] = common;
            }
        }

        return found;
    }
}
