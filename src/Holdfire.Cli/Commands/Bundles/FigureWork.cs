using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Record.Bundles;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>Whether a stranger's figure asks for more work than anyone should do for it (docs/bundle-format.md has the limits).</summary>
internal static class FigureWork
{
    /// <summary>The most windows that are counted.</summary>
    public const int MostWindows = 20_000;

    /// <summary>The most pairs of a report and one that includes it, directly or through others.</summary>
    public const int MostInclusions = 250_000;

    /// <summary>The most pairs of a report and a window that it touches.</summary>
    public const int MostTouches = 2_000_000;

    /// <summary>What is too large, or null. A query that cannot be read is not: running it says what is wrong.</summary>
    public static string? TooLarge(BundlePurpose purpose, Case @case)
    {
        if (purpose.Command != "counts" || Asked(purpose, @case) is not { } asked)
        {
            return null;
        }

        var (known, request, windows) = asked;
        var counted = known.Known.Sources
            .Where(s => (request.Claimant is null || s.Party == request.Claimant) && (request.Source is null || s.Id == request.Source)).Select(s => s.Id).ToHashSet();
        return windows.Length > MostWindows ? FormattableString.Invariant($"it has more than {MostWindows} rows")
            : Touches(known.Known.Reports.Where(r => counted.Contains(r.Source)), windows) > MostTouches ? FormattableString.Invariant($"its reports touch its windows more than {MostTouches} times")
            : Inclusions(known, request, counted) > MostInclusions ? FormattableString.Invariant($"claims are included in others more than {MostInclusions} times")
            : null;
    }

    private static (CaseView View, CountsRequest Request, ImmutableArray<Interval> Windows)? Asked(BundlePurpose purpose, Case @case)
    {
        try
        {
            var arguments = QueryArguments.Parse(QueryCatalogue.Find("counts")!, purpose.Arguments, out var knownBy);
            var view = CaseView.Of(@case, knownBy);
            var request = CountsRequest.Of(arguments, view.Known);
            return (view, request, CountWindows.Split(view.Known, request));
        }
        catch (QueryException)
        {
            return null;
        }
    }

    // Windows come one after the other, so those that a report touches are those that begin before its end less those that end by its start.
    private static long Touches(IEnumerable<Report> reports, ImmutableArray<Interval> windows)
    {
        Instant[] starts = [.. windows.Select(w => w.Start)];
        Instant[] ends = [.. windows.Select(w => w.End)];
        return reports.Sum(r => Math.Max(0L, Below(starts, Intervals.EndOf(r.Window.Extent)) - Below(ends, Intervals.StartOf(r.Window.Extent).PlusTicks(1))));
    }

    private static int Below(Instant[] sorted, Instant limit)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < limit ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // As they are followed: through claims that are counted, and those of them that were taken back themselves.
    private static int Inclusions(CaseView view, CountsRequest request, HashSet<SourceId> counted)
    {
        var @case = (request.Harm is { } harm ? HarmClaims.Of(view, harm, request.People) : view).Known;
        var by = @case.Corrections.DistinctBy(c => c.Report).ToDictionary(c => c.Report, c => c.By);
        var gone = @case.Standing().Withdrawn.Select(r => r.Id).ToHashSet();
        var outers = @case.Claimed.Where(r => counted.Contains(r.Source) && (by.ContainsKey(r.Id) || (r.Statement is null && !gone.Contains(r.Id)))).DistinctBy(r => r.Id)
            .ToDictionary(r => r.Id, r => by.GetValueOrDefault(r.Id) is { } replacement ? [.. r.IncludedIn, replacement] : r.IncludedIn.ToArray());
        var pairs = 0;
        foreach (var report in @case.Reports.Where(r => counted.Contains(r.Source) && !r.IncludedIn.IsEmpty && (request.Harm is not { } kind || r.Harm.Of(kind, request.People) is not null)))
        {
            var (seen, open) = (new HashSet<ReportId>(), new Stack<ReportId>(report.IncludedIn));
            while (pairs <= MostInclusions && open.TryPop(out var next))
            {
                if (seen.Add(next))
                {
                    pairs++;
                    Array.ForEach(outers.GetValueOrDefault(next, []), open.Push);
                }
            }
        }

        return pairs;
    }
}
