using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Time;

namespace Holdfire.Pages.Sections;

/// <summary>What was agreed, by whom, and for how long.</summary>
internal static class TruceSection
{
    public static XElement Draw(Page page) =>
        Html.Section("truces", "The truces",
            page.Case.Truces.Length == 0 ? Html.Note("The record holds no truce.") : null,
            TimelineChart.Draw(page) is { } chart
                ? Html.WideFigure(chart, "Hollow bars: as meant to run. Filled bars: in force for that party; a dashed edge marks disputed ends. Diamonds: the announcement and each declaration.")
                : null,
            page.LeftOut(page.Shown.Truces, "truces announced later"),
            page.LeftOut(page.Shown.Declarations, "declarations made later"),
            page.AsOf is null ? null : Html.Note(
                "Terms and ends have no dates of their own and stand as the record has them; accounts that differ are left out, " +
                "and so is whether a truce was extended until its time was over."),
            page.Case.Truces.Select(t => Truce(page, t)));

    private static XElement Truce(Page page, Truce truce) =>
        Html.El("article", page.Anchor(truce.Id.Value), Html.El("h3", $"{truce.Id}: {truce.Name}"),
            Html.El("dl",
                page.Now is { } now ? Term("Now", Show.Words(truce.At(now))) : null,
                Term("Announced", When.Of(truce.Announced)),
                Term("Meant to run", truce.Ends switch
                {
                    TruceEnd.UntilEnded => $"from {Show.Time(Intervals.StartOf(truce.Intended), truce.Zone)} until ended",
                    TruceEnd.Unknown => $"from {Show.Time(Intervals.StartOf(truce.Intended), truce.Zone)}; when it was to end is not known",
                    _ => When.Of(truce.Intended, truce.Zone),
                }),
                Optional("Extended, under the same terms", truce.Extensions.Select(e => $"{e.Text} ({Show.Window(e.Announced)}: {Until(e, truce)})")),
                Term("In force", truce.InForce.Length > 0 ? Html.List(truce.InForce.Select(f => InForce(page, f)))
                    : page.AsOf is null ? "never in force" : "not in force by then"),
                Term("Forbids", Items(truce.Prohibitions.Select(p => Prohibition(page, p)))),
                Optional("Exceptions", truce.Exceptions.Select(e => e.Act is { } act ? $"{e.Text} ({page.Case.Codes.NameOf(act)})" : e.Text)),
                Optional("Asks", truce.Obligations.Select(o =>
                    $"{page.PartyName(o.Party)}: {o.Text}{(o.Deadline is { } by ? $" By {Show.Time(by, truce.Zone)}." : " No deadline.")}")),
                truce.ReleaseClause is { } clause ? Term("Release clause", $"{clause} (shown, never applied silently)") : null,
                truce.Extensions.IsEmpty || truce.Extended is not null ? Term("Extended", truce.Extended ?? "not known") : null,
                Optional("Accounts that differ", truce.Conflicts),
                None(truce) is { Length: > 0 } none ? Term("None recorded", none) : null),
            Declarations(truce).Length == 0 ? null : Html.Table("said", ["Who", "What", "When", "In words", "Where"],
                Declarations(truce).Select(d => Html.Row(
                    page.PartyName(d.Actor), Show.Words(d.Kind), When.Of(d.When), d.Text,
                    d.Statement is { } statement ? page.Link(statement.Value) : d.Reference))));

    private static Declaration[] Declarations(Truce truce) => [.. truce.Declarations, .. truce.Extensions.SelectMany(e => e.Declarations)];

    private static string Until(Extension extension, Truce truce) => extension.Ends switch
    {
        TruceEnd.UntilEnded => "until ended",
        TruceEnd.Unknown => "to an end not known",
        _ => $"to {Show.Time(extension.Intended.End, truce.Zone)}",
    };

    private static string None(Truce truce) => string.Join(", ", new[]
    {
        truce.Exceptions.Length == 0 ? "exceptions" : null,
        truce.Obligations.Length == 0 ? "demands with a deadline" : null,
        truce.ReleaseClause is null ? "release clause" : null,
        truce.Conflicts.Length == 0 ? "accounts that differ" : null,
    }.OfType<string>());

    private static object[] InForce(Page page, InForce force) =>
    [
        Html.El("strong", page.PartyName(force.Party)), ": ", When.Of(force.When, force.Zone), force.When.HasEnd ? "" : force.EndUnknown ? ", ended at a time not known" : ", until ended",
        $" (known to the {Show.Words(force.Precision)}{(force.Disputed ? "; disputed" : "")})",
        force.Basis.Length > 0 ? new object[] { Html.El("br"), Html.El("small", $"Basis: {force.Basis}") } : [],
    ];

    private static string Prohibition(Page page, Prohibition term)
    {
        var areas = string.Join(", ", term.Areas.Select(a => page.Case.Places.Find(a)?.Name ?? a.Value));
        var bound = string.Join(", ", term.Bound.Select(page.PartyName));
        return $"{term.Id}: {term.Text} [{page.Case.Codes.NameOf(term.Act)}{(term.Target is { } target ? $" on {page.Case.Codes.NameOf(target)}" : "")}; " +
            $"{(areas.Length == 0 ? "anywhere" : areas)}; binds {bound}]";
    }

    private static object Items(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? "none recorded" : Html.List(all);
    }

    private static IEnumerable<XElement>? Optional(string name, IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? null : Term(name, Html.List(all));
    }

    private static IEnumerable<XElement> Term(string name, object value) => [Html.El("dt", name), Html.El("dd", value)];
}
