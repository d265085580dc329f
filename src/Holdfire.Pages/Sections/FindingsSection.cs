using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Findings;
using Holdfire.Pages.Markup;
using Holdfire.Model;
using Holdfire.Queries;

namespace Holdfire.Pages.Sections;

/// <summary>What each event is under the terms of each truce, and what bears it out.</summary>
internal static class FindingsSection
{
    /// <summary>The most events that a truce lists; the others are counted.</summary>
    private const int MostListed = 60;

    private static readonly ImmutableArray<StandardOfProof> Standards = [.. Enum.GetValues<StandardOfProof>().Reverse()];

    /// <summary>Reports on which there is no finding, since they are too many to tell apart.</summary>
    public static IEnumerable<XElement> NotIn(Page page) => page.MadeBy.Crowded.Select(c => Html.Note($"Not in this report's events and findings: {c.Says}."));

    public static XElement? Draw(Page page) => page.Findings.IsEmpty && page.MadeBy.Crowded.IsEmpty ? null :
        Html.Section("findings", "Findings",
            Html.Note(
                "Each event under the terms of each truce that could bear on it, and what bears it out. An event counts once, whatever number " +
                "is claimed of it. \"Alleged\" is someone's word; \"disputed\" says that a denial is on record, too, and is no stronger; " +
                "\"corroborated\" and \"verified\" follow from written rules. Sources that repeat each other are one. No finding is one of guilt. " +
                $"Rules {page.MadeBy.Rules}; reports fused by the parameters {page.MadeBy.Parameters}."),
            NotIn(page),
            Pins(page),
            page.Case.Truces.Select(t => Truce(page, t)));

    // What a person decided in place of the weights is shown with who decided it and why.
    private static XElement? Pins(Page page) => page.Case.Pins.IsEmpty ? null : Html.El("div",
        Html.El("h3", "What people decided of reports"),
        Html.Table("pins", ["Pin", "Report", "", "Report", "By", "Reason"], page.Case.Pins.Select(p => Html.Row(
            [p.Id, p.A.Value, p.Same ? "same event as" : "not the same event as", p.B.Value, p.By, p.Reason]))));

    /// <summary>The findings that are listed: for each truce the best borne out within its terms, to a limit.</summary>
    public static IEnumerable<Finding> Listed(IEnumerable<Finding> findings) =>
        findings.GroupBy(f => f.Truce).SelectMany(t => Within(t).Take(MostListed));

    private static IEnumerable<Finding> Within(IEnumerable<Finding> findings) =>
        findings.Where(f => f.Placement == Placement.WithinTerms).OrderByDescending(f => f.Ladder.Standard);

    private static XElement Truce(Page page, Truce truce)
    {
        var all = page.Findings.Where(f => f.Truce == truce.Id).ToList();
        var within = Within(all).ToList();
        return Html.El("article",
            Html.El("h3", $"{truce.Id}: {truce.Name}"),
            all.Count == 0 ? Html.Note("No event to hold against its terms.") : Totals(all),
            Days(page, all, truce),
            within.Count == 0 ? null : Html.El("details",
                Html.El("summary", $"{truce.Id}: events within the terms, best borne out first"),
                Html.Table("findings", ["Event", "When", "Standard", "Who is named", "By the rules, from the reports"], within.Take(MostListed).Select(f => Row(page, f))),
                within.Count <= MostListed ? null : Html.Note($"{Show.Whole(within.Count - MostListed)} more are not listed.")));
    }

    private static XElement Totals(List<Finding> all) => Html.Table("numbers", ["", .. Standards.Select(s => Show.Words(s))],
        Enum.GetValues<Placement>().Reverse().Select(p => Html.Row(
            [Show.Words(p), .. Standards.Select(s => (object)Show.Whole(all.Count(f => f.Placement == p && f.Ladder.Standard == s)))])));

    private static XElement? Days(Page page, List<Finding> all, Truce truce)
    {
        var days = FindingCounts.PerDay(page.Case with { Truces = [truce] }, all).GroupBy(c => c.Day).ToList();
        return days.Count == 0 ? null : Html.El("details",
            Html.El("summary", $"{truce.Id}: events per day, at least within the terms and the day, at most"),
            Html.Table("numbers", ["Day", .. Standards.Select(s => Show.Words(s)), "Which come to"], days.Select(d => Html.Row(
                [Show.Days(d.Key, page.Case.Zone), .. Standards.Select(s => (object)(d.FirstOrDefault(c => c.Standard == s) is { } c ? Show.Count(c.AtLeast, c.AtMost) : "0")),
                    string.Join("; ", d.SelectMany(c => c.Numbers.Select(n => $"{Show.Words(c.Standard)} {Show.Count(n.Range)} {page.Case.Codes.NameOf(n.Unit)}"))),
                ]))));
    }

    private static XElement Row(Page page, Finding finding)
    {
        var subject = finding.Subject;
        var zone = page.Case.Zone;
        return Html.Row(
            new object[]
            {
                Html.El("strong", subject.Id), Html.El("br"), $"{Show.Count(subject.Count)} {page.Case.Codes.NameOf(subject.Act)}{(subject.IsAggregate ? ", a sum" : "")}",
                Html.El("br"), Html.El("small", string.Join(", ", subject.Areas)),
            },
            When.Of(subject.Window, zone),
            Html.El("strong", Html.Class("verdict"), Show.Words(finding.Ladder.Standard)),
            new object[]
            {
                subject.Actors.IsEmpty ? "nobody" : string.Join(", ", subject.Actors.Select(page.PartyName)), Html.El("br"), Texts.Words(finding.Ladder.Attribution),
            },
            Html.Joined(finding.Ladder.StandardRules.Select(r => (object)new object[]
            {
                Html.El("code", r.Rule), " [", page.Links(r.Reports.Select(i => i.Value)), "]",
            }), ", "));
    }
}
