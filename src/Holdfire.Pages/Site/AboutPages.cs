using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The page about the case: who speaks in it, what is missing, and what can be asked.</summary>
public static class AboutPages
{
    /// <summary>The page.</summary>
    /// <param name="frame">What stands around it.</param>
    public static string Write(SiteFrame frame)
    {
        var @case = frame.View.Known;
        return SitePage.Write(frame, frame.Text("nav.about"),
            Html.P(frame.Text("about.holdfire")),
            Html.El("h2", frame.Text("about.read")),
            Html.List(((string[])["about.claims", "about.bounds", "about.silence", "about.standards", "about.record"]).Select(k => (object)frame.Text(k))),
            Html.El("h2", frame.Text("about.sources")),
            Html.Table("answer", [frame.Text("col.id"), frame.Text("col.name"), frame.Text("col.kind"), frame.Text("col.reliability"), frame.Text("col.for-side"), frame.Text("col.reports")],
                @case.Sources.Select(s => Html.Row(
                    Html.El("a", new XAttribute("href", frame.To($"/incidents?source={Uri.EscapeDataString(s.Id.Value)}")), s.Id.Value), Html.El("bdi", s.Name),
                    Html.El("span", frame.InEnglish, Show.Words(s.Kind)), s.Grade.ToString(), s.Party is { } party ? Html.El("bdi", CaseWords.Party(frame, party.Value)) : frame.Text("about.no-side"),
                    Show.Whole(@case.Reports.Count(r => r.Source == s.Id))))),
            @case.Gaps.IsEmpty ? null : (object[])[Html.El("h2", frame.Text("about.gaps")), Html.List(@case.Gaps.Select(g => Html.El("bdi", g)))],
            Html.El("h2", frame.Text("about.ask")),
            Html.P(frame.Say("about.programs", ("api", Html.El("code", "/api/v1/"))), " ", Html.El("a", new XAttribute("href", "/api/v1/openapi.json"), frame.Text("about.openapi"))),
            Html.El("ul", frame.InEnglish, QueryCatalogue.All.Where(q => q.Options.All(o => o.Kind != OptionKind.Position)).Select(q => Html.El("li",
                Html.El("a", new XAttribute("href", frame.To($"/ask/{q.Name.Replace(' ', '/')}")), q.Name), ": ", QueryPages.Plain(q.Help)))));
    }
}
