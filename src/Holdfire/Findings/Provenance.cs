using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>Follows reports to where what they say comes from: through what they repeat and whom their sources relay.</summary>
/// <remarks>Neither may lead back to itself; the loader of a case refuses that, and here each report is entered once.</remarks>
public sealed class Provenance
{
    private readonly Dictionary<ReportId, Report> quoted = [];
    private readonly ILookup<ReportId, Report> denials;
    private readonly HashSet<ReportId> gone;
    private readonly Dictionary<SourceId, Source> sources;
    private readonly HashSet<PartyId> sides;

    /// <summary>The provenance of all that a case holds.</summary>
    public Provenance(Case @case)
    {
        gone = [.. @case.Corrections.Select(c => c.Report)];
        sources = @case.Sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        sides = [.. @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id)];
        var linked = @case.Claimed.Where(r => !r.Quotes.IsEmpty || !r.Denies.IsEmpty).ToList();
        denials = linked.SelectMany(r => r.Denies.Select(d => (Denied: d, Report: r))).ToLookup(d => d.Denied, d => d.Report);
        var named = linked.SelectMany(r => r.Quotes).ToHashSet();
        foreach (var report in named.Count == 0 ? [] : @case.Claimed.Where(r => named.Contains(r.Id)))
        {
            quoted[report.Id] = report;
        }
    }

    /// <summary>Whether the report was neither withdrawn nor corrected.</summary>
    public bool Stands(Report report) => !gone.Contains(report.Id);

    /// <summary>The reports at the root of this one that stand: itself where it repeats none.</summary>
    public ImmutableArray<Report> RootsOf(Report report)
    {
        if (report.Quotes.IsEmpty)
        {
            return Stands(report) ? [report] : [];
        }

        var roots = new SortedDictionary<ReportId, Report>();
        var entered = new HashSet<ReportId>();
        var next = new Stack<Report>([report]);
        while (next.TryPop(out var at))
        {
            if (!Stands(at) || !entered.Add(at.Id))
            {
                continue;
            }

            if (at.Quotes.IsEmpty)
            {
                roots[at.Id] = at;
            }

            foreach (var id in at.Quotes)
            {
                if (quoted.TryGetValue(id, out var origin))
                {
                    next.Push(origin);
                }
            }
        }

        return [.. roots.Values];
    }

    /// <summary>What is said for and against an event, one testimony for each report at the root of it, in order.</summary>
    public ImmutableArray<Testimony> Of(FindingSubject subject)
    {
        if (subject.Reports is [{ Quotes.IsEmpty: true } single] && denials.Count == 0)
        {
            return Stands(single) && Affirms(single) ? [For(single)] : [];
        }

        var roots = subject.Reports.SelectMany(r => RootsOf(r)).Where(Affirms).DistinctBy(r => r.Id).OrderBy(r => r.Id).ToList();
        var about = subject.Reports.Select(r => r.Id).Concat(roots.Select(r => r.Id)).Distinct();
        var against = about.SelectMany(id => denials[id]).SelectMany(r => RootsOf(r)).DistinctBy(r => r.Id).OrderBy(r => r.Id);
        return [.. roots.Select(For), .. against.Select(r => Against(r, subject))];
    }

    // A report of none affirms nothing, whether it is a denial or not.
    private static bool Affirms(Report report) => report.Count.Max != 0;

    private Testimony For(Report report)
    {
        var source = First(report.Source);
        return new Testimony(report, OriginOf(source), SideOf(source, report.AllegedActor is { } actor && source.Party == actor), source, false);
    }

    private Testimony Against(Report report, FindingSubject subject)
    {
        var source = First(report.Source);
        return new Testimony(report, OriginOf(source), SideOf(source, source.Party is { } party && subject.Actors.Contains(party)), source, true);
    }

    // A body that is no party to the conflict, such as a mission, takes no side unless it is itself named.
    private TestimonySide SideOf(Source source, bool isOfActor) => isOfActor ? TestimonySide.Own
        : source.Party is { } party && sides.Contains(party) ? TestimonySide.Other : TestimonySide.None;

    // Relays are followed as far as they go; a chain is no longer than there are sources.
    private Source First(SourceId id)
    {
        var source = sources[id];
        for (var i = 0; i < sources.Count && source.Relays is { } relayed && sources.TryGetValue(relayed, out var before); i++)
        {
            source = before;
        }

        return source;
    }

    private static string OriginOf(Source source) => source.Party is { } party ? $"party {party}" : $"source {source.Id}";
}
