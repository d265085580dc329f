using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Pages.Sections;
using Holdfire.Queries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages;

/// <summary>What every section draws on, and the anchors that ids link to.</summary>
internal sealed class Page
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);

    public Page(
        CaseView view, ImmutableArray<AnsweredTruce> answers, ImmutableArray<AuditedClaim> audit, FindingSet findings)
    {
        View = view;
        Shown = ShownCase.Of(view);
        var truces = Case.Truces.Select(t => t.Id).ToHashSet();
        Answers = [.. answers.Where(a => truces.Contains(a.Assessment.Truce.Id))];
        var said = Case.Statements.Select(s => (StatementId?)s.Id).ToHashSet();
        Audit = AsOf is null ? audit : [.. audit.Where(a => said.Contains(a.Claim.Statement))];
        Findings = [.. findings.Findings.Where(f => truces.Contains(f.Truce))];
        MadeBy = findings;
        Parties = [.. Case.Parties.Where(p => p.Role == PartyRole.Party)];
        Cited = CitedReports();
        known.UnionWith(Case.Truces.Select(t => t.Id.Value));
        known.UnionWith(Case.Statements.Select(s => s.Id.Value));
        known.UnionWith(Case.Statements.SelectMany(s => s.Quantities).Select(q => q.Id.Value));
        known.UnionWith(Case.Conflicts.Select(c => c.Id));
        known.UnionWith(Audit.Select(a => a.Claim.Id.Value));
        known.UnionWith(Cited.Select(r => r.Id.Value));
    }

    /// <summary>The case as it is asked: counts are made of this.</summary>
    public CaseView View { get; }

    /// <summary>The case as it is shown, and how much was left out of it.</summary>
    public ShownCase Shown { get; }

    /// <summary>The case as it is shown: what was known at the time of the report.</summary>
    public Case Case => Shown.Case;

    /// <summary>The answers on the truces that are shown.</summary>
    public ImmutableArray<AnsweredTruce> Answers { get; }

    /// <summary>Their assessments.</summary>
    public IEnumerable<TruceAssessment> Assessments => Answers.Select(a => a.Assessment);

    public ImmutableArray<AuditedClaim> Audit { get; }

    /// <summary>The findings, made of what was known at the time of the report.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>What the findings were made by.</summary>
    public FindingSet MadeBy { get; }

    /// <summary>The time of the report; null for everything in the record.</summary>
    public Instant? AsOf => View.Coordinates.KnownBy;

    /// <summary>The instant at which it is said what is in force and which deadlines have passed; null where it is not said.</summary>
    public Instant? Now { get; init; }

    public ImmutableArray<Party> Parties { get; }

    /// <summary>The reports known at the time of the report.</summary>
    public ImmutableArray<Report> Reports => View.Known.Reports;

    /// <summary>The reports that a reason, a first alleged breach or a listed finding names.</summary>
    public ImmutableArray<Report> Cited { get; }

    /// <summary>The id attribute, or nothing where the id already stands elsewhere on the page.</summary>
    public XAttribute? Anchor(string id) => placed.Add(id) ? new XAttribute("id", id) : null;

    public object Link(string id) =>
        known.Contains(id) ? Html.El("a", new XAttribute("href", "#" + Uri.EscapeDataString(id)), id) : id;

    public IEnumerable<object> Links(IEnumerable<string> ids) => Html.Joined(ids.Select(Link), ", ");

    /// <summary>Whom reports say to have acted; for those that name nobody, that either side may have.</summary>
    public string ActorName(PartyId? id) => id is { } party ? PartyName(party) : "either side (the reports name no actor)";

    public string PartyName(PartyId id) => Case.Parties.FirstOrDefault(p => p.Id == id)?.Name ?? id.Value;

    public string SourceName(SourceId id) => Case.Sources.FirstOrDefault(s => s.Id == id)?.Name ?? id.Value;

    /// <summary>The class that colours a side, by its place among the parties.</summary>
    public string SideClass(PartyId? id)
    {
        var place = Parties.Select(p => (PartyId?)p.Id).ToList().IndexOf(id);
        return place is 0 or 1 ? $"side-{Svg.N(place)}" : "side-x";
    }

    /// <summary>The side for which a source speaks, or null for none.</summary>
    public PartyId? SideOf(SourceId id) => Case.Sources.FirstOrDefault(s => s.Id == id)?.Party;

    /// <summary>A note on how many of something were left out because they were not yet known; null for none.</summary>
    public XElement? LeftOut(int count, string what) => count == 0 || AsOf is not { } at
        ? null
        : Html.Note($"Left out, as not known by {Show.Time(at, Case.Zone)}: {what}, {Show.Whole(count)} in all.");

    private ImmutableArray<Report> CitedReports()
    {
        var ids = Audit.SelectMany(a => a.Reasons).SelectMany(r => r.Evidence).ToHashSet(StringComparer.Ordinal);
        ids.UnionWith(Assessments.SelectMany(a => a.Lines).Where(l => l.FirstAllegedBreachReport is not null)
            .Select(l => l.FirstAllegedBreachReport!.Value.Value));
        ids.UnionWith(FindingsSection.Listed(Findings).SelectMany(f => f.Ladder.StandardRules).SelectMany(r => r.Reports).Select(r => r.Value));
        return [.. Reports.Where(r => ids.Contains(r.Id.Value)).OrderBy(r => r.Id)];
    }
}
