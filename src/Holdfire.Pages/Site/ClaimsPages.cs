using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Pages.Site;

/// <summary>The page of claims: what each side says, day by day beside the others, and what the numbers in statements come to.</summary>
public static class ClaimsPages
{
    private const int MostDays = 10;
    private const int MostInCell = 12;

    /// <summary>The page.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question that audits.</param>
    /// <param name="given">Its options as they were given, by name without dashes.</param>
    /// <param name="answer">What the numbers come to.</param>
    /// <param name="upTo">The last day that is shown; null for the last with claims.</param>
    public static string Write(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given, AuditAnswer answer, LocalDate? upTo) =>
        SitePage.Write(frame, frame.Text("nav.claims"),
            Html.P(frame.Text("claims.intro")),
            QueryPages.Form(frame, query, given),
            given.Count > 0 ? null : Html.Section("sides", frame.Text("claims.sides"), Days(frame, answer, upTo)),
            Html.Section("audit", frame.Text("claims.audit"), Audit(frame, answer)),
            QueryPages.Others(frame, query, given),
            CiteBlock.Draw(frame, frame.Text("nav.claims")),
            ClaimReviews.Draw(frame, answer));

    private static object?[] Days(SiteFrame frame, AuditAnswer answer, LocalDate? upTo)
    {
        var @case = frame.View.Known;
        var zone = Show.Zone(@case.Zone);
        var days = @case.Claimed.Where(r => r.PartOf is null && r.Window.Extent.HasStart).ToLookup(r => r.Window.Extent.Start.InZone(zone).Date);
        var all = days.Select(d => d.Key).Order().ToList();
        var last = upTo ?? (all.Count > 0 ? all[^1] : (LocalDate?)null);
        var shown = all.Where(d => d <= last).TakeLast(MostDays).ToList();
        if (shown.Count == 0)
        {
            return [Html.Note(frame.Text("claims.no-days"))];
        }

        var columns = Columns(frame);
        var verdicts = answer.Claims.GroupBy(c => c.Quantity).ToDictionary(g => g.Key, g => g.First().Outcome, StringComparer.Ordinal);
        var (older, newer) = (all.LastOrDefault(d => d < shown[0]), all.Where(d => d > shown[^1]).Take(MostDays).ToList());
        return
        [
            Html.Note(frame.Say("words.zone", ("zone", @case.Zone)), " ", frame.Text("claims.days-note")),
            Html.Table("sides", columns.Select(c => c.Name).Prepend(frame.Text("col.day")), shown.Select(day => Html.El("tr",
                Html.El("td", Html.El("a", new XAttribute("href", frame.To($"/daily/{Iso(day)}")), Iso(day))),
                columns.Select(c => Html.El("td", Cell(frame, [.. days[day].Where(r => c.Holds(r.Source))], verdicts, day)))))),
            Html.El("nav", new XAttribute("aria-label", frame.Text("claims.days")), Html.P(
                older != default ? new object[] { Turn(frame, older, "claims.older"), " · " } : null,
                newer.Count > 0 ? Turn(frame, newer[^1], "claims.newer") : null)),
        ];
    }

    // Each party that has a source, in the order of the case; then those that speak for no side.
    private static List<(string Name, Predicate<SourceId> Holds)> Columns(SiteFrame frame)
    {
        var @case = frame.View.Known;
        var of = @case.Sources.ToDictionary(s => s.Id, s => s.Party);
        var columns = @case.Parties.Where(p => p.Role == PartyRole.Party && @case.Sources.Any(s => s.Party == p.Id))
            .Select(p => (p.Name, Holds: (Predicate<SourceId>)(id => of.GetValueOrDefault(id) == p.Id))).ToList();
        var sides = @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => (PartyId?)p.Id).ToHashSet();
        columns.Add((frame.Text("claims.others"), id => !sides.Contains(of.GetValueOrDefault(id))));
        return columns;
    }

    private static XElement? Cell(SiteFrame frame, ImmutableArray<Report> claims, Dictionary<string, AuditOutcome> verdicts, LocalDate day)
    {
        var more = claims.Length - MostInCell;
        return claims.IsEmpty ? null : Html.El("ul",
            claims.OrderBy(r => r.Window.Extent.Start).ThenBy(r => r.Id).Take(MostInCell).Select(r => Html.El("li", Claim(frame, r, verdicts, day))),
            more > 0 ? Html.El("li", Html.El("a", new XAttribute("href", frame.To($"/daily/{Iso(day)}")), frame.Text("words.more", ("count", Show.Whole(more))))) : null);
    }

    private static object?[] Claim(SiteFrame frame, Report report, Dictionary<string, AuditOutcome> verdicts, LocalDate day)
    {
        var @case = frame.View.Known;
        var gone = @case.Corrections.FirstOrDefault(c => c.Report == report.Id);
        return
        [
            Html.El("a", new XAttribute("href", frame.To($"/reports/{Uri.EscapeDataString(report.Id.Value)}")),
                Html.El("bdi", frame.InEnglish, $"{Show.What(@case.Codes, report.Act, report.Measure, report.Unit)}: {Show.Count(report.Count)}")),
            " ", Html.El("small", Html.El("bdi", CaseWords.Source(frame, report.Source.Value)), $", {Clock(report.Window.Extent, @case.Zone, day)}"),
            verdicts.TryGetValue(report.Id.Value, out var outcome) ? new object[] { " ", Html.El("strong", Html.Class("verdict"), frame.InEnglish, Texts.Words(outcome)) } : null,
            gone is null ? null : new object[] { " ", Html.El("strong", Html.Class("verdict"), frame.InEnglish, Show.Words(gone.Kind)) },
        ];
    }

    // The day stands beside it already; only another one is said.
    private static string Clock(Interval extent, string zone, LocalDate day) => Show.Short(extent, zone).Replace($"{Iso(day)} ", "", StringComparison.Ordinal);

    private static object[] Audit(SiteFrame frame, AuditAnswer answer)
    {
        AuditAnswerClaim[] claims = [.. answer.Claims, .. answer.HarmClaims ?? []];
        var by = frame.View.Known.Statements.ToDictionary(s => s.Id.Value);
        var links = new SiteLinks(frame);
        return claims.Length == 0 ? [Html.Note(frame.Text("claims.no-numbers"))] :
        [
            Html.Table("answer", [frame.Text("col.claim"), frame.Text("col.who"), frame.Text("col.claimed"), frame.Text("col.finds"), frame.Text("col.why")],
                claims.Select(c => Html.Row(
                    new object[] { links.Of(c.Statement ?? c.Quantity), c.Statement is { } s && s != c.Quantity ? Html.El("small", $" {c.Quantity}") : "" },
                    Html.El("bdi", c.Statement is { } id && by.TryGetValue(id, out var said) ? CaseWords.Source(frame, said.Speaker.Value) : ""),
                    Html.El("bdi", frame.InEnglish, Claimed(frame, c)),
                    Html.El("strong", frame.InEnglish, Texts.Words(c.Outcome)),
                    new object[]
                    {
                        Html.El("div", frame.InEnglish, links.In(c.InShort)),
                        Html.El("details", Html.El("summary", frame.Text("claims.steps")), Steps(frame, links, c)),
                    }))),
        ];
    }

    /// <summary>The steps of an audit, each with its rule.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="links">Where ids lead.</param>
    /// <param name="claim">The audited number.</param>
    internal static XElement Steps(SiteFrame frame, SiteLinks links, AuditAnswerClaim claim) => Html.El("ul", frame.InEnglish, claim.Reasons.Select(r =>
        Html.El("li", Html.El("code", r.Rule), " ", links.In(PlainReason.Of(r.Text, Show.Zone(frame.View.Known.Zone))))));

    private static string Claimed(SiteFrame frame, AuditAnswerClaim c)
    {
        var codes = frame.View.Known.Codes;
        var count = Show.Count(c.Claimed.Min, c.Claimed.Max);
        return c.Harm is { } kind ? $"{(c.Of is HarmGroup.Unknown or null ? "people" : Show.Words(c.Of.Value))} {Show.Words(kind)}: {count}"
            : $"{Show.What(codes, new Acts.ActCode(c.Act), c.Measure, c.Unit)}: {count}";
    }

    private static XElement Turn(SiteFrame frame, LocalDate day, string key) =>
        Html.El("a", new XAttribute("href", frame.To($"/claims?day={Iso(day)}")), frame.Text(key, ("day", Iso(day))));

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
