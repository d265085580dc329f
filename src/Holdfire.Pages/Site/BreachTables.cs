using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>What was done under the terms of a truce: how much by whom at each standard of proof, and each event.</summary>
internal static class BreachTables
{
    private const int MostListed = 100;

    // Each standard apart, so that the columns add up to what is alleged.
    private static readonly (string Key, Func<BreachNumbers, string?> Cell)[] Columns =
    [
        ("standard.verified", n => Show.Whole(n.Verified)), ("standard.corroborated", n => Show.Whole(n.Corroborated - n.Verified)),
        ("breaches.alleged-only", n => Show.Whole(n.AllegedOnly)), ("breaches.may-be", n => Show.Whole(n.MayBe)), ("breaches.by-itself", n => Show.Whole(n.SaidByActor)),
        ("breaches.denied", n => Show.Whole(n.DeniedByActor)), ("breaches.days", n => Said(n.DaysWithBreach)),
        ("breaches.killed-civilians", n => Said(n.KilledCivilians)), ("breaches.injured-civilians", n => Said(n.InjuredCivilians)),
        ("breaches.killed-military", n => Said(n.KilledMilitary)), ("breaches.injured-military", n => Said(n.InjuredMilitary)),
        ("breaches.killed-unknown", n => Said(n.KilledUnknown)), ("breaches.injured-unknown", n => Said(n.InjuredUnknown)),
    ];

    /// <summary>A row for each alleged actor and one for all, a column for each standard of proof.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="figures">The figures of the answer.</param>
    public static object?[] Tally(SiteFrame frame, BreachFigures figures)
    {
        var actors = figures.Actors.Where(a => a.Numbers.Alleged + a.Numbers.MayBe > 0).ToList();
        var columns = Columns.Where(c => c.Cell(figures.All) is not null).ToList();
        return figures.All.Alleged + figures.All.MayBe == 0 ? [Html.Note(frame.Text("breaches.none"))] :
        [
            Html.Table("numbers", columns.Select(c => frame.Text(c.Key)).Prepend(frame.Text("col.actor")),
                actors.Select(a => (Name: a.Name ?? frame.Text("breaches.nobody"), a.Numbers)).Concat(actors.Count == 1 ? [] : [(Name: frame.Text("breaches.all"), Numbers: figures.All)])
                    .Select(r => Html.El("tr", Html.El("td", Html.El("bdi", r.Name)), columns.Select(c => Html.El("td", c.Cell(r.Numbers) ?? frame.Text("words.not-said")))))),
            Html.Note(frame.Text("breaches.note")),
        ];
    }

    /// <summary>Each event within the terms, or perhaps within them: the strongest evidence first.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="truce">The truce.</param>
    /// <param name="answer">The answer to <c>findings</c> for it.</param>
    public static object?[] Events(SiteFrame frame, Truce truce, FindingsAnswer answer)
    {
        var near = answer.Findings.Where(f => f.Placement != Placement.OutsideTerms)
            .OrderByDescending(f => f.Placement).ThenByDescending(f => f.Standard).ThenBy(f => f.From).ThenBy(f => f.Id, StringComparer.Ordinal).ToImmutableArray();
        var outside = answer.Findings.Length - near.Length;
        var links = new SiteLinks(frame);
        return
        [
            Html.Note(frame.Say("words.zone", ("zone", frame.View.Known.Zone))),
            frame.First(MostListed, near.Length),
            near.IsEmpty ? Html.Note(frame.Text("events.none")) : Html.Table("answer",
                [frame.Text("col.event"), frame.Text("col.what"), frame.Text("col.when"), frame.Text("col.where"), frame.Text("col.actor"), frame.Text("col.terms"), frame.Text("col.standard")],
                near.Take(MostListed).Select(f => Row(frame, links, f))),
            Html.P(outside > 0 ? $"{frame.Text("events.outside", ("count", Show.Whole(outside)))} " : null,
                Html.El("a", new XAttribute("href", frame.To($"/findings?truce={Uri.EscapeDataString(truce.Id.Value)}")), frame.Text("events.all"))),
        ];
    }

    private static XElement Row(SiteFrame frame, SiteLinks links, FindingsAnswerRow f)
    {
        var limits = f.Placement == Placement.CannotBePlaced ? string.Join(", ", f.Limits.Select(l => CaseWords.Of(frame, "limit", l))) : "";
        return Html.Row(
            links.Of(f.Id),
            new object?[]
            {
                Html.El("bdi", frame.InEnglish, CaseWords.Act(frame, f.Act)), $" ({Show.Count(f.Count.Min, f.Count.Max)})",
                f.Aggregate ? Html.El("small", $" {frame.Text("events.sum")}") : null,
            },
            CaseWords.Brief(frame, f.From, f.To), Html.El("bdi", CaseWords.Place(frame, f.Areas, f.Point?.Lat, f.Point?.Lon, f.Point?.RadiusKm)),
            new object[] { Html.El("bdi", CaseWords.Parties(frame, f.Actors)), Html.El("br"), Html.El("small", CaseWords.Of(frame, "attribution", f.Attribution)) },
            new object?[] { CaseWords.Of(frame, "placement", f.Placement), limits.Length > 0 ? Html.El("small", $" ({limits})") : null },
            Html.El("strong", CaseWords.Of(frame, "standard", f.Standard)));
    }

    private static string? Said(CountBounds? bounds) => bounds is { } said ? Show.Count(said.Min, said.Max) : null;
}
