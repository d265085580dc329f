using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Views;

/// <summary>A case with only the claims that stand: counts, audits and assessments go by those. docs/counts.md has the rule.</summary>
public static class CaseStanding
{
    /// <summary>
    /// The case without the claims that their sources withdrew or corrected, and without the parts of such. They are
    /// kept under <see cref="Case.Withdrawn"/>. What a claim that stands was included in stays so: through one of its own side that is gone
    /// it is included in what took that one's place, and in what that one was included in.
    /// </summary>
    /// <param name="case">The case. It is given back itself where it has no corrections.</param>
    public static Case Standing(this Case @case)
    {
        var parties = @case.Sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => s.Party);
        return @case.Standing((of, gone) =>
            of == gone || (parties.TryGetValue(of, out var party) && party is not null && parties.TryGetValue(gone, out var other) && party == other));
    }

    /// <summary>The same for sources that are counted together: only through their own claims that are gone does an inclusion lead on.</summary>
    /// <param name="case">The case. It is given back itself where it has no corrections.</param>
    /// <param name="counted">The sources.</param>
    public static Case StandingFor(this Case @case, IReadOnlySet<SourceId> counted) => @case.Standing((_, gone) => counted.Contains(gone));

    /// <summary>Whether a claim is recorded as included in one that is gone, so that it hangs on who is counted where that leads.</summary>
    public static bool HasInclusionsInGone(this Case @case)
    {
        var gone = @case.Corrections.Select(c => c.Report).ToHashSet();
        return gone.Count > 0 && @case.Claimed.Any(r => !r.IncludedIn.IsDefaultOrEmpty && r.IncludedIn.Any(gone.Contains));
    }

    private static Case Standing(this Case @case, Func<SourceId, SourceId, bool> leadsOn)
    {
        var gone = @case.Corrections.DistinctBy(c => c.Report).ToDictionary(c => c.Report, c => c.By);
        if (gone.Count == 0)
        {
            return @case;
        }

        var claims = @case.Claimed.ToList();
        var wholes = claims.Where(r => r.PartOf is not null).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.PartOf!.Value);
        bool IsGone(Report report)
        {
            ReportId? at = report.Id;
            while (at is { } id && !gone.ContainsKey(id))
            {
                at = wholes.TryGetValue(id, out var whole) ? whole : null;
            }

            return at is not null;
        }

        ImmutableArray<Report> Kept(ImmutableArray<Report> reports) => reports.Any(IsGone) ? [.. reports.Where(r => !IsGone(r))] : reports;
        var above = new Inclusions(gone, claims.Where(r => gone.ContainsKey(r.Id)), leadsOn);
        return @case with
        {
            Reports = [.. @case.Reports.Where(r => !IsGone(r)).Select(above.Relink)],
            Statements = [.. @case.Statements.Select(s => s with { Quantities = Kept(s.Quantities) })],
            Conflicts =
            [
                .. @case.Conflicts.Select(c => c with { Accounts = [.. c.Accounts.Select(a => a with { Quantities = Kept(a.Quantities) })] }),
            ],
            Corrections = [],
            Withdrawn = [.. claims.Where(IsGone)],
        };
    }

    // What another says, of what took the place of its claim or of what that was in, is its own affair (docs/counts.md).
    private sealed class Inclusions(Dictionary<ReportId, ReportId?> gone, IEnumerable<Report> reports, Func<SourceId, SourceId, bool> leadsOn)
    {
        private readonly Dictionary<ReportId, Report> reports = reports.DistinctBy(r => r.Id).ToDictionary(r => r.Id);

        public Report Relink(Report report)
        {
            if (!report.IncludedIn.Any(gone.ContainsKey))
            {
                return report;
            }

            var (found, seen, next) = (new SortedSet<ReportId>(), new HashSet<ReportId>(), new Stack<ReportId>(report.IncludedIn));
            while (next.TryPop(out var id))
            {
                if (!seen.Add(id))
                {
                    continue;
                }

                if (!gone.TryGetValue(id, out var by))
                {
                    found.Add(id);
                    continue;
                }

                if (!reports.TryGetValue(id, out var taken) || !leadsOn(report.Source, taken.Source))
                {
                    continue;
                }

                foreach (var outer in (by is { } replacement ? [replacement] : ImmutableArray<ReportId>.Empty).Concat(taken.IncludedIn))
                {
                    next.Push(outer);
                }
            }

            found.Remove(report.Id);
            return report with { IncludedIn = [.. found] };
        }
    }
}
