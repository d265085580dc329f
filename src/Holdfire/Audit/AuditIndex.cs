using Holdfire.Cases;
using Holdfire.Reports;
using Holdfire.Sources;
using Holdfire.Statements;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>What was known of a case at an instant, looked up by side and by whole.</summary>
internal sealed class AuditIndex
{
    private readonly Dictionary<SourceId, Source> sources;
    private readonly ILookup<SourceId, Report> reports;

    public AuditIndex(Case @case, Instant? asOf)
    {
        Case = @case;
        AsOf = asOf;
        sources = @case.Sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
        Statements = [.. @case.Statements.Where(s => asOf is not { } at || s.KnownAt <= at)];
        var known = @case.Reports.Where(r => asOf is not { } at || r.KnownAt <= at).ToList();
        reports = known.ToLookup(r => r.Source);
        Parts = known.Concat(Statements.SelectMany(s => s.Quantities)).Where(r => r.PartOf is not null)
            .ToLookup(r => r.PartOf!.Value);
        Quantities = [.. Statements.SelectMany(s => s.Quantities.Where(q => q.PartOf is null).Select(q => (s, q)))];
    }

    public Case Case { get; }

    public Instant? AsOf { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public IReadOnlyList<(Statement Statement, Report Quantity)> Quantities { get; }

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
    public IEnumerable<Report> ReportsOf(IEnumerable<Source> by) => by.SelectMany(s => reports[s.Id]);
}
