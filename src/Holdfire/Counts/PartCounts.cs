using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>How many fall to each part that has a time of its own, and to the rest of its claim.</summary>
internal sealed class PartCounts
{
    private readonly Dictionary<ReportId, (long Min, long Max)> own;

    /// <summary>The counts of a claim's parts.</summary>
    /// <param name="whole">The claim.</param>
    /// <param name="apart">The parts with a time of their own, and that time.</param>
    /// <param name="alike">All parts that count the same.</param>
    /// <param name="all">Whether those are said to be all of it.</param>
    public PartCounts(Report whole, List<(Report Part, Interval Time)> apart, List<Report> alike, bool all)
    {
        IsDisjoint = whole.Parts == PartRelation.Disjoint;
        long[] leasts = [.. alike.Select(p => p.Count.Min)], mosts = [.. alike.Select(p => p.Count.Max ?? ClaimShare.Unbounded)];
        IsAll = all && Sum(mosts) >= whole.Count.Min;

        // A claim of fewer than its parts contradicts itself; then it stands for as many as they do.
        var most = Math.Max(whole.Count.Max ?? ClaimShare.Unbounded, IsDisjoint ? Sum(leasts) : leasts.Max());
        var (allLeast, allMost, limitless) = (Sum(leasts), Sum(mosts.Where(m => m != ClaimShare.Unbounded)), mosts.Count(m => m == ClaimShare.Unbounded));
        own = apart.ToDictionary(p => p.Part.Id, p =>
        {
            var (min, max) = (p.Part.Count.Min, p.Part.Count.Max ?? ClaimShare.Unbounded);
            var others = max == ClaimShare.Unbounded
                ? limitless > 1 ? ClaimShare.Unbounded : allMost : limitless > 0 ? ClaimShare.Unbounded : allMost - max;
            var atLeast = IsAll ? Math.Min(max, Math.Max(min, Less(whole.Count.Min, others))) : min;
            return (atLeast, Math.Max(atLeast, Math.Min(max, Less(most, IsDisjoint ? allLeast - min : 0))));
        });
        var (least, taken) = (own.Values.Select(c => c.Min).ToList(), Sum(own.Values.Select(c => c.Max)));
        if (!IsAll || apart.Count < alike.Count)
        {
            var min = Less(whole.Count.Min, taken);
            Rest = Range(min, Math.Max(min, Less(most, IsDisjoint ? Sum(least) : least.Max())));
        }

        most = IsDisjoint ? most : Math.Max(most, Scheduled([.. apart.Select(p => (p.Time, own[p.Part.Id].Min))]));
        Most = most == ClaimShare.Unbounded ? null : most;
    }

    /// <summary>Whether the parts share nothing.</summary>
    public bool IsDisjoint { get; }

    /// <summary>Whether the parts are all of it.</summary>
    public bool IsAll { get; }

    /// <summary>The most of all of it; null for no limit.</summary>
    public long? Most { get; }

    /// <summary>What is in none of the parts that have a time of their own; null where they are all of it.</summary>
    public CountRange? Rest { get; }

    /// <summary>The count of a part with a time of its own.</summary>
    public CountRange Of(ReportId part) => Range(own[part].Min, own[part].Max);

    /// <summary>Of a part that stays with the rest, some may be of those that went, unless they share nothing.</summary>
    public CountRange Left(CountRange part) => IsDisjoint ? part : new CountRange(Less(part.Min, Sum(own.Values.Select(c => c.Max))), part.Max);

    // The largest sum over parts that do not overlap in time: those share nothing, whatever is said.
    private static long Scheduled(List<(Interval Time, long Least)> parts)
    {
        var byEnd = parts.OrderBy(p => Intervals.EndOf(p.Time)).ToList();
        Instant[] ends = [.. byEnd.Select(p => Intervals.EndOf(p.Time))];
        var best = new long[byEnd.Count + 1];
        for (var k = 0; k < byEnd.Count; k++)
        {
            var (low, high) = (0, k);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = ends[middle] <= Intervals.StartOf(byEnd[k].Time) ? (middle + 1, high) : (low, middle);
            }

            best[k + 1] = Math.Max(best[k], ClaimShare.Plus(best[low], byEnd[k].Least));
        }

        return best[^1];
    }

    private static long Sum(IEnumerable<long> counts) => counts.Aggregate(0L, ClaimShare.Plus);

    // What is left of a count without others, 0 at the least; without limit where the count is.
    private static long Less(long count, long others) =>
        count == ClaimShare.Unbounded ? count : others == ClaimShare.Unbounded ? 0 : Math.Max(0, count - others);

    private static CountRange Range(long min, long max) => new(min, max == ClaimShare.Unbounded ? null : max);
}
