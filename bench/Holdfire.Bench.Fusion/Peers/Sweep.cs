using Holdfire.Bench.Fusion.Judging;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>Seeks the setting of the best pairwise F1.</summary>
internal static class Sweep
{
    /// <summary>The best of these, or null where none finished.</summary>
    public static string? Best(IEnumerable<(string Setting, Grouping? Grouping)> tried, Truth truth) => tried
        .Where(t => t.Grouping is not null).Select(t => (t.Setting, Scores.Of(truth, t.Grouping!).F1))
        .OrderByDescending(t => t.F1).Select(t => t.Setting).FirstOrDefault();
}
