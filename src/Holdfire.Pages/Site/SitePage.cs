using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The frame of every page: title, ways to the other pages, coordinates, languages.</summary>
internal static class SitePage
{
    private static readonly (string Path, string Key)[] Ways =
    [
        ("/", "nav.truces"), ("/claims", "nav.claims"), ("/map", "nav.map"), ("/incidents", "nav.incidents"), ("/findings", "nav.findings"), ("/daily", "nav.daily"), ("/queue", "nav.queue"), ("/queries", "nav.queries"), ("/talks", "nav.talks"),
        ("/report", "nav.report"), ("/record", "nav.record"), ("/search", "nav.search"), ("/verify", "nav.verify"), ("/about", "nav.about"),
    ];

    // Pages of single things belong to the page that lists them.
    private static readonly (string Below, string Path)[] Parts = [("/truces/", "/"), ("/statements/", "/claims"), ("/entries/", "/record")];

    /// <summary>A page as HTML.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="title">Its title.</param>
    /// <param name="content">What is on it.</param>
    public static string Write(SiteFrame frame, string title, params object?[] content)
    {
        var (@case, language) = (frame.View.Recorded, frame.Language);
        return HtmlFile.Write(Html.El("html", new XAttribute("lang", language.Code), new XAttribute("dir", language.IsRightToLeft ? "rtl" : "ltr"),
            Html.El("head",
                Html.El("meta", new XAttribute("charset", "utf-8")),
                Html.El("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                Html.El("title", $"{(@case.Invented ? frame.Text("head.invented-short") + " " : "")}{title} – {@case.Title}"),
                Html.El("link", new XAttribute("rel", "icon"), new XAttribute("type", "image/svg+xml"), new XAttribute("href", "/assets/icon.svg")),
                Html.El("link", new XAttribute("rel", "stylesheet"), new XAttribute("href", "/assets/site.css"))),
            Html.El("body",
                Html.El("a", Html.Class("skip"), new XAttribute("href", "#main"), frame.Text("head.skip")),
                Html.El("header",
                    Html.El("p", Html.Class("case"), Html.El("bdi", @case.Title)),
                    @case.Invented ? Html.El("p", Html.Class("invented"), frame.Text("head.invented")) : null,
                    frame.IsThrowAway ? Html.El("p", Html.Class("throwaway"), frame.Text("head.throwaway")) : null,
                    Html.El("nav", new XAttribute("aria-label", frame.Text("head.pages")), Html.El("ul", WaysOf(frame).Select(w => Html.El("li", Way(frame, w.Path, frame.Text(w.Key))))))),
                Html.El("main", new XAttribute("id", "main"), Html.El("h1", Html.El("bdi", title)),
                    language.IsEnglish ? null : Html.Note(frame.Text("head.in-english")),
                    content),
                Foot(frame))));
    }

    private static (string Path, string Key)[] WaysOf(SiteFrame frame) =>
    [
        .. Ways, .. frame.TakesTips ? [("/tips", "tips.title")] : ((string, string)[])[], .. frame.AsksWho ? [("/account", "nav.account")] : ((string, string)[])[],
    ];

    private static XElement Way(SiteFrame frame, string path, string name)
    {
        var whole = Parts.FirstOrDefault(p => frame.Path.StartsWith(p.Below, StringComparison.Ordinal)).Path;
        var isIn = whole == path || (path != "/" && frame.Path.StartsWith(path + "/", StringComparison.Ordinal));
        return Html.El("a", new XAttribute("href", frame.To(path)),
            frame.Path == path ? new XAttribute("aria-current", "page") : isIn ? new XAttribute("aria-current", "true") : null, name);
    }

    private static XElement Foot(SiteFrame frame)
    {
        var at = frame.View.Coordinates;
        var size = Show.Whole(at.RecordedAt?.Size ?? 0);
        return Html.El("footer",
            Html.El("p",
                at.KnownBy is { } known ? frame.Say("foot.known-by", ("record", frame.Origin), ("size", size), ("known", Texts.Of(known)))
                    : frame.Say("foot.record", ("record", frame.Origin), ("size", size)),
                " ", frame.Text("foot.claims"), " ",
                Html.El("a", new XAttribute("href", frame.Fixed), frame.Text("foot.permanent"))),
            Html.El("nav", Html.Class("languages"), new XAttribute("aria-label", frame.Text("foot.languages")), Html.El("ul", SiteLanguage.All.Select(l => Html.El("li",
                Html.El("a", new XAttribute("href", frame.In(l)), new XAttribute("lang", l.Code), new XAttribute("dir", l.IsRightToLeft ? "rtl" : "ltr"), new XAttribute("hreflang", l.Code),
                    l == frame.Language ? new XAttribute("aria-current", "true") : null, l.Name))))));
    }
}
