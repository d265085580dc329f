using System.Collections.Immutable;
using Holdfire.Audit;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>audit</c>: what claims come to when checked.</summary>
internal static class AuditQuery
{
    private static readonly OptionInfo Statement = new("--statement", "ID", "one statement; all of them if left out");

    public static readonly QueryInfo Info = new()
    {
        Name = "audit",
        Page = "audit.md",
        Help = "What quantitative claims come to when held against finer claims, their parts, coverage and other accounts.",
        Examples = ["audit --case cases/practice-line --statement S1"],
        Options = [Statement, .. EventFilter.Options],
        Bundleable = true,
        Run = Run,
    };

    private static readonly CsvShape Csv = new(
        "claims",
        [
            "^as_of", "statement", "quantity", "act", "measure", "unit", "claimed.min", "claimed.max", "own.min", "own.max", "other.min",
            "other.max", "covered_hours", "window_hours", "verdict", "fault", "rules=reasons.rule", "outcome", "in_short", "rules_version=^rules",
            "harm", "of",
        ])
    {
        Also = "harm_claims",
    };

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var statement = arguments.Known(Statement, view.Known.Statements.Select(s => s.Id));
        var (filter, zone) = (EventFilter.Of(arguments, view.Known), arguments.Zone(CommonOptions.Zone, view.Known));
        ImmutableArray<AuditedClaim> Kept(ImmutableArray<AuditedClaim> audited) => [.. audited.Where(c => filter.Lets(FilteredEvent.Of(c.Claim)))];
        var all = Auditor.Audit(view, statement);
        var (claims, harm) = (Kept(all), Kept(Auditor.AuditHarm(view, statement)));
        return new QueryResult(new AuditAnswer(view, claims, harm), () => Table([.. claims, .. harm]))
        {
            Notes = () => claims.Concat(harm).SelectMany(c => AuditNotes.Of(c, zone)),
            Csv = Csv,
            Nothing = !all.IsEmpty ? "No claim fits what was asked." : "No statement here gives a number that could be checked. Numbers are read from the quantities of statements.",
        };
    }

    private static AnswerTable Table(ImmutableArray<AuditedClaim> claims) => new(
        ["claim", "act", "counted", "claimed", "own finer claims", "covered", "what the audit finds"],
        [.. claims.Select(c => (ImmutableArray<string>)
        [
            c.Claim.Id.Value,
            c.Claim.Act.Value,
            AuditNotes.Counted(c),
            Texts.Of(c.Claim.Count),
            c.Reasons.Any(r => r.Rule == "A-OWN-NONE") ? "no reports" : Texts.Of(c.Own),
            $"{Texts.Hours(c.CoveredHours)} of {Texts.Hours(c.WindowHours)} h",
            Texts.Words(c.Outcome),
        ])]);
}
