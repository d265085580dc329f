using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>The answer, before the evidence.</summary>
internal static class SummarySection
{
    public static XElement Draw(Page page) =>
        Html.Section("summary", "In short",
            page.Assessments.Length == 0 ? null : Html.El("h3", "Did it hold?"),
            page.Assessments.Length == 0 ? null : Html.P(Headline(page)),
            page.Assessments.Length == 0 ? null : Html.Table("brief", ["Truce", "Alleged actor", "Verdicts", "What stands behind them", "Who says it"],
                page.Assessments.SelectMany(a => Truce(page, a))),
            page.LeftOut(page.Shown.Truces, "truces announced later"),
            Talks(page),
            page.Audit.Length == 0 ? null : Html.El("h3", "What do the numbers in statements come to?"),
            page.Audit.Length == 0 ? null : Html.Table("sentences", ["Claim", "What the audit finds", "Why"], page.Audit.Select(a => Claim(page, a))));

    private static IEnumerable<XElement> Talks(Page page)
    {
        var (stated, inferred) = TalksSection.Analyses(page);
        return page.Case.Talks.Items.IsEmpty ? [] : TalksSection.Words(page, stated, inferred).Prepend(Html.El("h3", "Where do the talks lock?"));
    }

    private static string Headline(Page page)
    {
        var lines = page.Assessments.SelectMany(a => a.Lines).Where(l => l.Verdict is not null).ToList();
        var begun = page.Assessments.Count(a => page.Case.Truces.Any(t => t.Id == a.Truce.Id && t.InForce.Length > 0));
        var unsaid = lines.Count(l => l.Verdict == Verdict.CannotSay);
        var truces = $"{Show.Whole(begun)} of {Show.Whole(page.Assessments.Length)} truces came into force for a party.";
        return lines.Count == 0
            ? $"{truces} No source reports on what a truce in force forbids."
            : $"{truces} For {(unsaid == lines.Count ? "all" : Show.Whole(unsaid))} of {Show.Whole(lines.Count)} combinations of act, alleged actor and source, " +
                "the claims cannot say whether anything changed: neither that the truce held nor that it was broken." +
                (unsaid == lines.Count ? "" : $" For {Show.Whole(lines.Count - unsaid)} they can.");
    }

    private static IEnumerable<XElement> Truce(Page page, TruceAssessment assessed)
    {
        var groups = assessed.Lines.Where(l => !l.OutsideTerms).GroupBy(l => l.AllegedActor).ToList();
        var head = Html.El("th", new XAttribute("scope", "rowgroup"), new XAttribute("rowspan", Math.Max(1, groups.Count)),
            page.Link(assessed.Truce.Id.Value), $" {assessed.Truce.Name}", Html.El("br"), Html.El("small", Status(page, assessed.Truce)));
        if (groups.Count == 0)
        {
            var none = assessed.Status == TruceStatus.NeverInForce ? "It never began: nothing to assess." : "No source reports on what it forbids.";
            yield return Html.El("tr", head, Html.El("td", new XAttribute("colspan", 4), none));
        }
        foreach (var group in groups)
        {
            ImmutableArray<AssessmentLine> lines = [.. group];
            yield return Html.El("tr", group == groups[0] ? head : null,
                Html.El("td", page.ActorName(group.Key)),
                Html.El("td", Verdicts(page, lines)), Html.El("td", Behind(lines)),
                Html.El("td", string.Join("; ", lines.Select(l => page.SourceName(l.Source)).Distinct())));
        }
    }

    private static string Status(Page page, Truce truce) => truce.InForce.Length == 0
        ? $"{(page.AsOf is null ? "never in force" : "not in force by then")}; meant: {Show.Civil(truce.Intended, truce.Zone)}"
        : string.Join("; ", truce.InForce.Select(f =>
            $"{page.PartyName(f.Party)}: {Show.Civil(f.When, f.Zone)}{(f.Disputed ? ", disputed" : "")}"));

    private static IEnumerable<object> Verdicts(Page page, ImmutableArray<AssessmentLine> lines) =>
        Html.Joined(
            lines.GroupBy(l => l.Verdict).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (object)Html.El("span",
                Html.El("strong", g.Key is { } verdict ? Show.Words(verdict) : "not bound, no verdict"),
                g.Key is null ? null : $" {Show.Whole(g.Count())} of {Show.Whole(lines.Length)}{Acts(page, g.Key, g)}")),
            ", ");

    private static string Acts(Page page, Verdict? verdict, IEnumerable<AssessmentLine> lines) =>
        verdict == Verdict.CannotSay ? "" : $" ({string.Join(", ", lines.Select(l => AssessmentSection.Name(page, l)).Distinct())})";

    private static string Behind(ImmutableArray<AssessmentLine> lines)
    {
        var days = lines.Max(l => l.BaselineDays);
        var watched = lines.Max(l => l.Coverage.Yes);
        var hours = lines.Max(l => l.Coverage.Yes + l.Coverage.No + l.Coverage.Unknown);
        var within = lines.Count(l => l.FirstAllegedBreach is not null);
        return $"Usable days before: {Show.Number(days)} at most. Hours of the truce that a source is known to have watched: {Show.Number(watched)} of " +
            $"{Show.Number(hours)} at most. Lines with a claim wholly within the truce: {Show.Whole(within)} of {Show.Whole(lines.Length)}.";
    }

    private static XElement Claim(Page page, AuditedClaim audited) =>
        Html.Row(
            new object[]
            {
                page.Link(audited.Claim.Id.Value),
                $" {page.SourceName(audited.Claim.Source)}: {Show.Count(audited.Claim.Count)} " +
                $"{Show.What(page.Case.Codes, audited.Claim.Act, audited.Claim.Measure, audited.Claim.Unit)}, {Show.Brief(audited.Claim.Window)}",
            },
            AuditSection.VerdictOf(audited), audited.InShort);
}
