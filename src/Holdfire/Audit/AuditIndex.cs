using Holdfire.Model;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>What is known of a case, looked up by side and by whole.</summary>
internal sealed class AuditIndex
{
    // Claims of one statement tend to share their window.
    private const int MostWindows = 8;

    private readonly Dictionary<SourceId, Source> sources;
    private readonly Dictionary<SourceId, List<Report>> reports = [];
    private readonly Dictionary<SourceId, List<Report>> linked = [];
    private readonly Dictionary<Interval, WindowReports> byWindow = [];

    public AuditIndex(Case @case)
    {
        Case = @case;
        sources = @case.Sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        Statements = @case.Statements;
        foreach (var report in @case.Reports)
        {
            ListOf(reports, report.Source).Add(report);
            if (IsLinked(report))
            {
                ListOf(linked, report.Source).Add(report);
            }
        }

        Parts = linked.Values.SelectMany(l => l).Concat(Statements.SelectMany(s => s.Quantities))
            .Where(r => r.PartOf is not null).ToLookup(r => r.PartOf!.Value);
        var quantities = Statements.SelectMany(s => s.Quantities).DistinctBy(q => q.Id).ToDictionary(q => q.Id);
        QuantityOf = id => quantities.GetValueOrDefault(id);
        Quantities = [.. Statements.SelectMany(s => s.Quantities.Where(q => q.PartOf is null).Select(q => (s, q)))];
    }

    public Case Case { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public IReadOnlyList<(Statement Statement, Report Quantity)> Quantities { get; }

    /// <summary>The number of a statement by its id, or null.</summary>
    public Func<ReportId, Report?> QuantityOf { get; }

    public ILookup<ReportId, Report> Parts { get; }

    public Source? SourceOf(Report report) => sources.GetValueOrDefault(report.Source);

    public PartyId? PartyOf(Report report) => SourceOf(report)?.Party;

    /// <summary>The sources of the same side: those of its party, or the source alone where it speaks for none.</summary>
    public IReadOnlyList<Source> SideOf(Report report) => SourceOf(report) is not { } own
        ? []
        : own.Party is { } party ? [.. Case.Sources.Where(s => s.Party == party)] : [own];

    public bool SameSide(Report a, Report b) =>
        a.Source == b.Source || (PartyOf(a) is { } party && PartyOf(b) == party);

    /// <summary>The reports of the sources, parts included.</summary>
    public IEnumerable<Report> ReportsOf(IEnumerable<Source> by) => by.SelectMany(s => ListOf(reports, s.Id));

    /// <summary>Those of the reports that touch the window.</summary>
    public IEnumerable<Report> TouchingOf(IEnumerable<Source> by, Interval window)
    {
        var touching = Of(window).Touching;
        return by.SelectMany(s => ListOf(touching, s.Id));
    }

    /// <summary>Those that touch the window, and those that are a part of one of them or in one of them.</summary>
    public IEnumerable<Report> CountableOf(IReadOnlyList<Source> by, Interval window)
    {
        var below = Of(window).Below;
        return TouchingOf(by, window).Concat(by.SelectMany(s => ListOf(below, s.Id)));
    }

    private WindowReports Of(Interval window)
    {
        if (!byWindow.TryGetValue(window, out var found))
        {
            if (byWindow.Count == MostWindows)
            {
                byWindow.Clear();
            }

            byWindow[window] = found = new WindowReports(reports, linked, window);
        }

        return found;
    }

    private static bool IsLinked(Report report) => report.PartOf is not null || !report.IncludedIn.IsEmpty;

    private static List<Report> ListOf(Dictionary<SourceId, List<Report>> lists, SourceId source) =>
        lists.TryGetValue(source, out var list) ? list : lists[source] = [];
}
