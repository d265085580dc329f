using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Coverage;
using Holdfire.Model;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Tallies;

/// <summary>How long a source was looking in a span of time, for any act and in any area that it watches.</summary>
/// <param name="Source">The source.</param>
/// <param name="Hours">The hours of the span; to have looked for one act in one place is to have looked.</param>
public sealed record SourceWatch(Source Source, CoverageHours Hours)
{
    /// <summary>The sources of which anything is known, in the order of the case, and all of them together.</summary>
    /// <param name="view">The case; claims that were withdrawn show no watch.</param>
    /// <param name="span">A finite span.</param>
    public static (ImmutableArray<SourceWatch> Sources, CoverageHours Together) In(Case view, Interval span)
    {
        var reports = view.Reports.Where(r => r.Window.Touches(span)).ToLookup(r => r.Source);
        var coverages = view.Sources.Select(s => (Source: s, Coverage: Of(view, s, [.. reports[s.Id]]))).Where(s => s.Coverage is not null).ToList();
        var sources = coverages.Select(c => new SourceWatch(c.Source, c.Coverage!.Within(span))).Where(w => w.Hours is not { Yes: 0, No: 0 }).ToImmutableArray();
        return (sources, coverages.Count == 0 ? new CoverageHours(0, 0, span.Duration.TotalHours) : SourceCoverage.Merge(coverages.Select(c => c.Coverage!)).Within(span));
    }

    private static SourceCoverage? Of(Case view, Source source, ImmutableArray<Report> reports)
    {
        var watched = SourceCoverage.Watching(source, reports, view).ToList();
        (ActCode Act, AreaCode Area)[] looks =
        [
            .. source.Watches.Select(w => (w.Act, w.Area)).Concat(watched.Select(r => (r.Act, source.Scope))).Distinct(),
        ];
        return looks.Length == 0 ? null : SourceCoverage.Merge(looks.Select(l => SourceCoverage.Of(source, watched, l.Act, l.Area, view.Places)));
    }
}
