using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Holdfire.Acts;
using Holdfire.Coverage;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>The reports of a case arranged for many counts. Safe to use from several threads.</summary>
public sealed class CountIndex
{
    // From so many claims on, rows are counted on all processors.
    private const int Many = 20_000;

    private readonly Case @case;
    private readonly Case known;
    private readonly bool isByWhoCounts;
    private readonly ClaimTable table;
    private readonly Dictionary<SourceId, Report[]> bySource = [];
    private readonly ConcurrentDictionary<(PartyId?, SourceId?), CountedTogether> together = [];
    private readonly ConcurrentDictionary<(PartyId?, SourceId?, Measure), ClaimSeries> series = [];
    private readonly ConcurrentDictionary<(SourceId, ActCode, AreaCode?), SourceCoverage> coverages = [];

    private CountIndex(CaseView view)
    {
        (@case, known) = (view.Standing, view.Known);
        isByWhoCounts = known.HasInclusionsInGone();
        table = ClaimTable.Of(view);
        foreach (var source in @case.Sources)
        {
            bySource.TryAdd(source.Id, Made(source.Id));
        }
    }

    /// <summary>The index of a view, without claims that were withdrawn or corrected; built when it is first asked for.</summary>
    public static CountIndex Of(CaseView view) => view.Index(static v => new CountIndex(v));

    /// <summary>One row for each window of the query, in its order.</summary>
    /// <exception cref="ArgumentException">A window is infinite, or the region or source is not known to the case.</exception>
    public ImmutableArray<CountRow> Count(CountQuery query)
    {
        if (query.Windows.Any(w => !w.HasStart || !w.HasEnd))
        {
            throw new ArgumentException("a window is infinite", nameof(query));
        }

        if (query.Region is { } region && @case.Places.Find(region) is null)
        {
            throw new ArgumentException($"area {region} is not known", nameof(query));
        }

        if (query.Source is { } id && !bySource.ContainsKey(id))
        {
            throw new ArgumentException($"source {id} is not known", nameof(query));
        }

        if (query.Side is null && query.Source is null)
        {
            throw new ArgumentException("neither a side nor a source is given", nameof(query));
        }

        var sources = @case.Sources
            .Where(s => (query.Side is null || s.Party == query.Side) && (query.Source is null || s.Id == query.Source)).ToArray();
        var counted = together.GetOrAdd((query.Side, query.Source), _ => isByWhoCounts
            ? new CountedTogether(known, sources.Select(s => s.Id)) : new CountedTogether(table, @case, sources.Select(s => s.Id)));
        var claims = series.GetOrAdd((query.Side, query.Source, query.Measure), key => counted.SeriesOf(key.Item3, @case.Places));
        var plan = new CountPlan(claims, query, @case.Places, counted.Parts);
        var coverage = SourceCoverage.Merge(sources.Select(s => CoverageOf(s, query)));
        return Rows(query.Windows, plan, coverage, Stated(query, sources), Withdrawn(query, sources), claims.Claims.Length > Many);
    }

    private static ImmutableArray<CountRow> Rows(
        ImmutableArray<Interval> windows, CountPlan plan, SourceCoverage coverage, List<Report> stated, List<Report> withdrawn, bool together)
    {
        var rows = new CountRow[windows.Length];
        void Fill(int i) => rows[i] = plan.Row(windows[i], coverage.Within(windows[i])) with
        {
            Stated = [.. stated.Where(q => q.Window.Touches(windows[i])).Select(q => q.Id).Order()],
            Withdrawn = [.. withdrawn.Where(r => r.Window.Touches(windows[i])).Select(r => r.Id).Order()],
        };
        if (together)
        {
            Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, Fill);
        }
        else
        {
            for (var i = 0; i < rows.Length; i++)
            {
                Fill(i);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(rows);
    }

    private List<Report> Stated(CountQuery query, Source[] sources) => Asked(@case.Statements.SelectMany(s => s.Quantities), query, sources);

    private List<Report> Withdrawn(CountQuery query, Source[] sources) => Asked(@case.Withdrawn.Where(r => r.Statement is null), query, sources);

    private List<Report> Asked(IEnumerable<Report> claims, CountQuery query, Source[] sources) =>
        [.. claims.Where(q =>
            q.PartOf is null && q.Measure == query.Measure && q.Unit == query.Unit && sources.Any(s => s.Id == q.Source)
            && !query.Act.IsDisjointFrom(q.Act)
            && (query.Region is not { } region || q.Areas.IsEmpty || q.Areas.Any(a => !@case.Places.AreDisjoint(a, region))))];

    // As they were made: when a source looked does not hang on how its claims are counted.
    private Report[] Made(SourceId source)
    {
        var places = table.PlacesOf(c => c.Source == source && !c.IsPart);
        return table.Splits.Count == 0 ? ReportsOf(places)
            :
            [
                .. ReportsOf([.. places.Where(p => table.Members[p].Split < 0)]),
                .. table.Splits.Select(s => s.Whole).Where(w => w.Source == source),
            ];
    }

    private Report[] ReportsOf(int[] places) => Array.ConvertAll(places, i => table.Reports[i]);

    private SourceCoverage CoverageOf(Source source, CountQuery query) => coverages.GetOrAdd(
        (source.Id, query.Act, query.Region),
        _ => SourceCoverage.Of(
            source,
            SourceCoverage.Watching(source, bySource[source.Id], @case),
            query.Act,
            query.Region,
            @case.Places));
}
