using System.Collections.Frozen;
using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>Claims some of whose parts have a time of their own, taken apart so that each part counts in its own time. docs/counts.md has the rule.</summary>
internal sealed class PartTimes
{
    // Inclusions that are looked at, of all claims with parts in other times.
    private const long MostSteps = 20_000_000;

    private readonly Dictionary<ReportId, List<Report>> parts = [];
    private readonly Dictionary<ReportId, Report> changed = [];
    private readonly HashSet<ReportId> dropped = [];
    private readonly Dictionary<ReportId, SplitMember> members = [];
    private readonly List<SplitClaim> splits = [];
    private readonly Dictionary<ReportId, List<Report>> inner = [];
    private readonly Dictionary<ReportId, ImmutableArray<ReportId>> kept = [];
    private readonly HashSet<ReportId> incomplete;
    private readonly FrozenSet<SourceId>? together;
    private long steps;

    /// <summary>The claims of a case without what was withdrawn or corrected.</summary>
    /// <param name="standing">The case.</param>
    /// <param name="together">The sources that are counted together, so that what others say plays no part; null where each is counted alone.</param>
    /// <exception cref="TooLargeException">The inclusions in claims with parts in other times are more than are looked at.</exception>
    public PartTimes(Case standing, FrozenSet<SourceId>? together)
    {
        this.together = together;
        incomplete = [.. standing.Withdrawn.Select(r => r.PartOf).OfType<ReportId>()];
        foreach (var part in standing.Reports)
        {
            if (part.PartOf is { } whole)
            {
                (parts.TryGetValue(whole, out var list) ? list : parts[whole] = []).Add(part);
            }
        }

        if (parts.Count == 0)
        {
            Reports = [.. standing.Reports];
            return;
        }

        foreach (var report in standing.Reports)
        {
            foreach (var outer in report.IncludedIn.IsDefaultOrEmpty ? [] : report.IncludedIn)
            {
                (inner.TryGetValue(outer, out var list) ? list : inner[outer] = []).Add(report);
            }
        }

        foreach (var whole in standing.Reports.Where(r => r.PartOf is null && parts.ContainsKey(r.Id)))
        {
            Take(whole);
        }

        Reports = [.. standing.Reports.Where(r => !dropped.Contains(r.Id)).Select(r => changed.GetValueOrDefault(r.Id, r))];
    }

    /// <summary>The claims, those that were split as what they are counted as.</summary>
    public Report[] Reports { get; }

    /// <summary>The claims that were split.</summary>
    public IReadOnlyList<SplitClaim> Splits => splits;

    /// <summary>For a claim with parts in other times that is not split, the claims in it, by which that is so.</summary>
    public IReadOnlyDictionary<ReportId, ImmutableArray<ReportId>> KeptBy => kept;

    /// <summary>What a claim is to one that was split.</summary>
    public SplitMember MemberOf(ReportId claim) => members.GetValueOrDefault(claim, SplitMember.None);

    // Parts that count something else say nothing of when this was.
    private List<Report> Alike(Report whole) => parts.TryGetValue(whole.Id, out var all)
        ? all.FindAll(p => p.Measure == whole.Measure && p.Unit == whole.Unit && p.Source == whole.Source)
        : [];

    // All the time in which a part may lie, with the parts of it.
    private Interval TimeOf(Report part)
    {
        var (time, open) = (part.Window.Extent, new Stack<Report>([part]));
        while (open.TryPop(out var next))
        {
            time = Hull(time, next.Window.Extent);
            Alike(next).ForEach(open.Push);
        }

        return time;
    }

    private void Take(Report whole)
    {
        var alike = Alike(whole);
        var own = alike.Select(p => (Part: p, Time: TimeOf(p))).Where(p => p.Time != whole.Window.Extent).ToList();
        if (own.Count == 0)
        {
            return;
        }

        // What is included in it may lie in any part of it, so it stays one claim, in all the time that it may take.
        if (Within(whole, [whole.Id, .. own.Select(p => p.Part.Id)]) is { IsEmpty: false } within)
        {
            kept[whole.Id] = within;
            changed[whole.Id] = At(whole, own.Aggregate(whole.Window.Extent, (time, p) => Hull(time, p.Time)));
            return;
        }

        Split(whole, own, alike);
    }

    // The claims that are counted together with one and are recorded to be in it, or in one of those named, directly or through others of them.
    private ImmutableArray<ReportId> Within(Report whole, IEnumerable<ReportId> named)
    {
        var (found, seen, open) = (new SortedSet<ReportId>(), new HashSet<ReportId>(), new Stack<ReportId>(named));
        while (open.TryPop(out var outer))
        {
            foreach (var report in inner.GetValueOrDefault(outer, []).Where(r => IsWith(whole, r)))
            {
                if (++steps > MostSteps)
                {
                    throw new TooLargeException(
                        "cannot say: the claims that are included in claims with parts in other times are too many to follow; enter totals without what they include");
                }

                if (!seen.Add(report.Id))
                {
                    continue;
                }

                open.Push(report.Id);
                if (report.Measure == whole.Measure && report.Unit == whole.Unit)
                {
                    found.Add(report.Id);
                }
            }
        }

        return [.. found];
    }

    private bool IsWith(Report whole, Report other) =>
        together is not null && together.Contains(whole.Source) ? together.Contains(other.Source) : other.Source == whole.Source;

    private void Split(Report whole, List<(Report Part, Interval Time)> own, List<Report> alike)
    {
        var number = splits.Count;
        var counts = new PartCounts(whole, own, alike, IsAll(whole, alike));
        foreach (var (part, time) in own)
        {
            changed[part.Id] = At(part, time) with
            {
                PartOf = null, Areas = part.Areas.IsEmpty ? whole.Areas : part.Areas, Count = counts.Of(part.Id),
                IncludedIn = [.. part.IncludedIn.Concat(whole.IncludedIn).Distinct().Order()],
            };
            members[part.Id] = new SplitMember(number, false);
        }

        var times = own.Select(p => p.Time);
        if (counts.Rest is { } rest)
        {
            changed[whole.Id] = whole with { Count = rest, PartsExhaustive = whole.PartsExhaustive == true && !counts.IsAll ? null : whole.PartsExhaustive };
            members[whole.Id] = new SplitMember(number, true);
            times = times.Append(whole.Window.Extent);
        }
        else
        {
            dropped.Add(whole.Id);
        }

        foreach (var part in alike.Where(p => !members.ContainsKey(p.Id)))
        {
            changed[part.Id] = part with { Count = counts.Left(part.Count) };
        }

        splits.Add(new SplitClaim(whole, times.Aggregate(Hull), counts.Most, counts.IsDisjoint, own.Count + (counts.Rest is null ? 0 : 1)));
    }

    // Parts that are said to be all of it are so only if all of them are here, count the same and can come to as much.
    private bool IsAll(Report whole, List<Report> alike) =>
        whole.PartsExhaustive == true && alike.Count == parts[whole.Id].Count && !incomplete.Contains(whole.Id);

    private static Report At(Report report, Interval time) => report.Window.Extent == time ? report
        : report with { Window = new TimeWindow(time, report.Window.Core, report.Window.Precision, report.Window.Zone) };

    private static Interval Hull(Interval a, Interval b)
    {
        var (start, end) = (Instant.Min(Intervals.StartOf(a), Intervals.StartOf(b)), Instant.Max(Intervals.EndOf(a), Intervals.EndOf(b)));
        return new Interval(start == Instant.MinValue ? null : start, end == Instant.MaxValue ? null : end);
    }
}
