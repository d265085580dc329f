using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>The page on which anybody sends a tip, without an account. It needs no script.</summary>
/// <param name="frame">What stands around it.</param>
/// <param name="token">The token that the form sends back, so that no other site can send it.</param>
public sealed class TipPage(SiteFrame frame, string token)
{
    /// <summary>The most characters of the words of a tip.</summary>
    public const int MostWords = 4000;

    /// <summary>The form.</summary>
    /// <param name="number">The number that the tip will have.</param>
    /// <param name="acts">The codes of acts to choose from, with their names.</param>
    /// <param name="areas">The codes of areas to choose from, with their names.</param>
    /// <param name="notice">The key of a message that stands above it; null for none.</param>
    public string Form(string number, ImmutableArray<(string Code, string Name)> acts, ImmutableArray<(string Code, string Name)> areas, string? notice) => SitePage.Write(frame, frame.Text("tips.title"),
        notice is null ? null : Html.El("p", new XAttribute("role", "alert"), Html.Class("alert"), frame.Text(notice)),
        Html.P(frame.Text("tips.intro")), Html.P(frame.Text("tips.safe")),
        Html.El("form", new XAttribute("action", "/tips"), new XAttribute("method", "post"), Html.Class("account"),
            Hidden(AccountPages.TokenField, token), Hidden("number", number), frame.IsLanguageAsked ? Hidden("lang", frame.Language.Code) : null,
            Choice("act", "tips.act", acts), Choice("area", "tips.area", areas),
            Field("tips.from", Input("from")), Field("tips.to", Input("to")), Html.Note(frame.Text("tips.zone", ("zone", frame.View.Recorded.Zone))),
            Field("tips.words", Html.El("textarea", new XAttribute("name", "words"), new XAttribute("rows", "8"), new XAttribute("maxlength", MostWords), new XAttribute("required", ""), new XAttribute("dir", "auto"))),
            Html.El("p", Html.Class("go"), Html.El("button", frame.Text("tips.send")))));

    /// <summary>That a tip was taken.</summary>
    /// <param name="number">Its number.</param>
    public string Taken(string number) => SitePage.Write(frame, frame.Text("tips.title"), Html.El("p", new XAttribute("role", "status"), frame.Say("tips.taken", ("id", Html.El("code", new XAttribute("dir", "ltr"), number)))));

    private XElement Choice(string name, string key, ImmutableArray<(string Code, string Name)> choices) => Field(key, Html.El("select", new XAttribute("name", name), new XAttribute("required", ""), frame.InEnglish,
        choices.Select(c => Html.El("option", new XAttribute("value", c.Code), c.Name))));

    private static XElement Input(string name) =>
        Html.El("input", new XAttribute("type", "datetime-local"), new XAttribute("name", name), new XAttribute("required", ""), new XAttribute("dir", "ltr"));

    private XElement Field(string key, XElement input) => Html.El("p", Html.El("label", Html.El("span", frame.Text(key)), input));

    private static XElement Hidden(string name, string value) => Html.El("input", new XAttribute("type", "hidden"), new XAttribute("name", name), new XAttribute("value", value));
}
