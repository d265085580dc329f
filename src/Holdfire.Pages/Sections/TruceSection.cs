using System.Xml.Linq;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Places;
using Holdfire.Terms;

namespace Holdfire.Pages.Sections;

/// <summary>What was agreed, by whom, and for how long.</summary>
internal static class TruceSection
{
    public static XElement Draw(Page page) =>
        Html.Section("truces", "The truces",
            page.Case.Truces.Length == 0 ? Html.Note("The record holds no truce.") : null,
            TimelineChart.Draw(page) is { } chart
                ? Html.Figure(chart, "Hollow bars: as meant to run. Filled bars: in force for that party; a dashed edge marks disputed ends. Diamonds: the announcement and each declaration.")
                : null,
            page.Case.Truces.Select(t => Truce(page, t)));

    private static XElement Truce(Page page, Truce truce) =>
        Html.El("article", page.Anchor(truce.Id.Value), Html.El("h3", $"{truce.Id}: {truce.Name}"),
            Html.El("dl",
                Term("Announced", Show.Window(truce.Announced)),
                Term("Meant to run", Show.Span(truce.Intended, truce.Zone)),
                Term("In force", truce.InForce.Length == 0 ? "never in force" : Html.List(truce.InForce.Select(f => InForce(page, f)))),
                Term("Forbids", Items(truce.Prohibitions.Select(p => Prohibition(page, p)))),
                Term("Exceptions", Items(truce.Exceptions.Select(e => e.Act is { } act ? $"{e.Text} ({act})" : e.Text))),
                Term("Asks", Items(truce.Obligations.Select(o =>
                    $"{page.PartyName(o.Party)}: {o.Text}{(o.Deadline is { } by ? $" By {Show.Time(by, truce.Zone)}." : " No deadline.")}"))),
                Term("Release clause", truce.ReleaseClause is { } clause ? $"{clause} (shown, never applied silently)" : "none recorded"),
                Term("Extended", truce.Extended ?? "not known"),
                Term("Accounts that differ", Items(truce.Conflicts))),
            truce.Declarations.Length == 0 ? null : Html.Table("said", ["Who", "What", "When", "In words", "Where"],
                truce.Declarations.Select(d => Html.Row(
                    page.PartyName(d.Actor), Show.Words(d.Kind), Show.Window(d.When), d.Text,
                    d.Statement is { } statement ? page.Link(statement.Value) : d.Reference))));

    private static object InForce(Page page, InForce force) =>
        $"{page.PartyName(force.Party)}: {Show.Span(force.When, force.Zone)} (known to the {Show.Words(force.Precision)}" +
        $"{(force.Disputed ? "; disputed" : "")}). {force.Basis}";

    private static string Prohibition(Page page, Prohibition term)
    {
        var areas = string.Join(", ", term.Areas.Select(a => page.Case.Places.Find(a)?.Name ?? a.Value));
        var bound = string.Join(", ", term.Bound.Select(page.PartyName));
        return $"{term.Id}: {term.Text} [{term.Act}{(term.Target is { } target ? $" on {Show.Words(target)}" : "")}; " +
            $"{(areas.Length == 0 ? "anywhere" : areas)}; binds {bound}]";
    }

    private static object Items(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? "none recorded" : Html.List(all);
    }

    private static IEnumerable<XElement> Term(string name, object value) => [Html.El("dt", name), Html.El("dd", value)];
}
