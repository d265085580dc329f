using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Stability;

/// <summary>
/// Every way to read the unknown preferences of a model: each unknown statement as one that its party would rather have true,
/// rather have false, or does not mind.
/// </summary>
internal static class PreferenceReadings
{
    /// <summary>For each reading the ranks of the states for each party; more is better, and equal is equal.</summary>
    public static IEnumerable<ImmutableArray<int[]>> Of(ConflictModel model, ImmutableArray<uint> states)
    {
        ImmutableArray<ImmutableArray<int[]>> each = [.. model.Preferences.Select(p => Of(p, states))];
        return each.Aggregate(
            (IEnumerable<ImmutableArray<int[]>>)[[]], (before, party) => before.SelectMany(_ => party, (b, ranks) => b.Add(ranks)));
    }

    private static ImmutableArray<int[]> Of(PartyPreferences preferences, ImmutableArray<uint> states)
    {
        var statements = preferences.Statements;
        var keys = states.Select(s => statements.Aggregate(0UL, (key, p) => key << 1 | (p.Formula.IsTrue(s) ? 1UL : 0))).ToArray();
        ulong[] unknown = [.. statements.Select((p, i) => (p, i)).Where(p => p.p.IsUnknown).Select(p => 1UL << statements.Length - 1 - p.i)];
        IEnumerable<(ulong Flip, ulong Keep)> readings = [(0UL, ulong.MaxValue)];
        foreach (var bit in unknown)
        {
            readings = readings.SelectMany(r => ((ulong, ulong)[])[r, (r.Flip | bit, r.Keep), (r.Flip, r.Keep & ~bit)]);
        }

        return [.. readings.Select(r => Ranks(Array.ConvertAll(keys, k => (k ^ r.Flip) & r.Keep)))];
    }

    private static int[] Ranks(ulong[] keys)
    {
        var sorted = keys.Distinct().Order().ToArray();
        return Array.ConvertAll(keys, k => Array.BinarySearch(sorted, k));
    }
}
