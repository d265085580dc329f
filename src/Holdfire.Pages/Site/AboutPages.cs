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
        return SitePage.Write(frame, "About",
            Html.P("Holdfire keeps the record of a ceasefire. A report is a claim and never a finding; silence never means that nothing happened."),
            Html.El("h2", "Who speaks here"),
            Html.Table("answer", ["id", "name", "kind", "reliability", "for"],
                @case.Sources.Select(s => Html.Row(s.Id.Value, s.Name, Show.Words(s.Kind), s.Grade.ToString(), s.Party?.Value ?? "no side"))),
            @case.Gaps.IsEmpty ? null : (object[])[Html.El("h2", "What is known to be missing"), Html.List(@case.Gaps)],
            Html.El("h2", "What can be asked"),
            Html.P("Each question has a page, and the same address under ", Html.El("code", "/api/v1/"), " for programs; ",
                Html.El("a", new XAttribute("href", "/api/v1/openapi.json"), "the description of the API"), "."),
            Html.El("ul", QueryCatalogue.All.Where(q => q.Options.All(o => o.Kind != OptionKind.Position)).Select(q => Html.El("li",
                Html.El("a", new XAttribute("href", frame.To($"/ask/{q.Name.Replace(' ', '/')}")), q.Name), ": ", q.Help))));
    }
}
