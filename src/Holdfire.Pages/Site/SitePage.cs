using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The frame of every page: title, ways to the other pages, coordinates.</summary>
internal static class SitePage
{
    private static readonly (string Path, string Name)[] Ways =
    [
        ("/", "Truces"), ("/claims", "Claims"), ("/map", "Map"), ("/incidents", "Incidents"), ("/findings", "Findings"), ("/daily", "Daily"), ("/talks", "Talks"),
        ("/report", "Report"), ("/record", "Record"), ("/search", "Search"), ("/verify", "Verify"), ("/about", "About"),
    ];

    /// <summary>A page as HTML.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="title">Its title.</param>
    /// <param name="content">What is on it.</param>
    public static string Write(SiteFrame frame, string title, params object?[] content)
    {
        var @case = frame.View.Recorded;
        return HtmlFile.Write(Html.El("html", new XAttribute("lang", "en"),
            Html.El("head",
                Html.El("meta", new XAttribute("charset", "utf-8")),
                Html.El("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                Html.El("title", $"{(@case.Invented ? "INVENTED: " : "")}{title} – {@case.Title}"),
                Html.El("link", new XAttribute("rel", "stylesheet"), new XAttribute("href", "/assets/site.css"))),
            Html.El("body",
                Html.El("a", Html.Class("skip"), new XAttribute("href", "#main"), "Skip to the content"),
                Html.El("header",
                    Html.El("p", Html.Class("case"), @case.Title),
                    @case.Invented ? Html.El("p", Html.Class("invented"), "Invented case: no person, place or event in it is real.") : null,
                    frame.IsThrowAway ? Html.El("p", Html.Class("throwaway"),
                        "This record was made for this run alone, with keys that nobody knows: its proofs vouch for nothing.") : null,
                    Html.El("nav", new XAttribute("aria-label", "Pages"), Html.El("ul", Ways.Select(w => Html.El("li", Way(frame, w.Path, w.Name)))))),
                Html.El("main", new XAttribute("id", "main"), Html.El("h1", title), content),
                Foot(frame))));
    }

    private static XElement Way(SiteFrame frame, string path, string name) => Html.El("a", new XAttribute("href", frame.To(path)),
        frame.Path == path ? new XAttribute("aria-current", "page") : null, name);

    private static XElement Foot(SiteFrame frame)
    {
        var at = frame.View.Coordinates;
        return Html.El("footer", Html.El("p",
            $"From the record {frame.Origin}, as it stood at {Show.Whole(at.RecordedAt?.Size ?? 0)} entries",
            at.KnownBy is { } known ? $", with what sources had published by {Texts.Of(known)}" : "",
            ". Claims are claims: who makes each is said with it. ",
            Html.El("a", new XAttribute("href", frame.Fixed), "Permanent link to this page")));
    }
}
