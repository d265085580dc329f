using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Holds the obligations of truces against the reports that are named as evidence of them.</summary>
/// <remarks>
/// Reports of one source add up, but for one that is included in another of them; of several sources the one that shows most counts, since
/// they may tell of the same. Evidence that is denied counts in the most alone. Nothing but the named evidence is used: silence shows nothing.
/// </remarks>
public static class ObligationCheck
{
    /// <summary>Every obligation of the view's truces, in their order.</summary>
    /// <param name="view">The view; claims that do not stand are no evidence.</param>
    /// <param name="now">The instant at which it is asked: what is known, or happened, only later is not used.</param>
    public static ImmutableArray<ObligationStatus> Of(CaseView view, Instant now)
    {
        var claims = view.Standing.Claimed.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var denials = claims.Values.SelectMany(r => r.Denies.Select(d => (Denied: d, By: r))).Where(d => d.By.KnownAt <= now)
            .ToLookup(d => d.Denied, d => d.By.Id);
        return [.. view.Standing.Truces.SelectMany(t => t.Obligations.Select(o => Of(t, o, now, claims, denials)))];
    }

    private static ObligationStatus Of(
        Truce truce, Obligation obligation, Instant now, Dictionary<ReportId, Report> claims, ILookup<ReportId, ReportId> denials)
    {
        ImmutableArray<Report> evidence =
        [
            .. obligation.Evidence.Where(claims.ContainsKey).Select(id => claims[id])
                .Where(r => r.KnownAt <= now && Intervals.StartOf(r.Window.Extent) < now),
        ];
        var due = obligation.DueUnder(truce);
        var done = Sum(evidence, obligation, denials);
        var asked = obligation.Quantity?.Min ?? 1;
        var isMet = done.Min >= asked;
        return new ObligationStatus(
            truce.Id, obligation, due, StateOf(done, asked, due, now), done, isMet ? IsLate(evidence, obligation, denials, due, asked) : null,
            [.. evidence.Select(r => r.Id)], [.. evidence.SelectMany(r => denials[r.Id]).Distinct().Order()]);
    }

    private static ObligationState StateOf(CountRange done, long asked, Instant? due, Instant now)
    {
        if (done.Min >= asked)
        {
            return ObligationState.Met;
        }

        if (done.Max is not { } most || most >= asked)
        {
            return ObligationState.Unknown;
        }

        return due is { } by && now >= by ? ObligationState.Overdue
            : done.Min > 0 ? ObligationState.InPart
            : due is null ? ObligationState.Unknown
            : ObligationState.Due;
    }

    // Met in time by what surely happened before; late where not even what may have happened before is enough.
    private static bool? IsLate(
        ImmutableArray<Report> evidence, Obligation obligation, ILookup<ReportId, ReportId> denials, Instant? due, long asked)
    {
        if (due is not { } by)
        {
            return null;
        }

        var surely = Sum([.. evidence.Where(r => Intervals.EndOf(r.Window.Extent) <= by)], obligation, denials);
        var perhaps = Sum([.. evidence.Where(r => Intervals.StartOf(r.Window.Extent) < by)], obligation, denials);
        return surely.Min >= asked ? false : perhaps.Max is { } most && most < asked ? true : null;
    }

    private static CountRange Sum(ImmutableArray<Report> evidence, Obligation obligation, ILookup<ReportId, ReportId> denials)
    {
        var ids = evidence.Select(r => r.Id).ToHashSet();
        var own = evidence.Where(r => !r.IncludedIn.Any(ids.Contains) && !(r.PartOf is { } whole && ids.Contains(whole)));
        CountRange Counted(Report report) => (obligation.Quantity, denials.Contains(report.Id)) switch
        {
            (null, true) => new CountRange(0, Math.Min(1, report.Count.Max ?? 1)),
            (null, false) => new CountRange(Math.Min(1, report.Count.Min), Math.Min(1, report.Count.Max ?? 1)),
            (_, true) => new CountRange(0, report.Count.Max),
            _ => report.Count,
        };
        var sums = own.GroupBy(r => r.Source).Select(g => g.Select(Counted).Aggregate(CountRange.Add)).ToList();
        return sums.Count == 0 ? CountRange.Exactly(0)
            : new CountRange(sums.Max(s => s.Min), sums.Exists(s => s.Max is null) ? null : sums.Max(s => s.Max));
    }
}
