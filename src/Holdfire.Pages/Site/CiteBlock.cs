using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>How a page is cited: its permanent link, from where the case was seen, and the root that vouches for it.</summary>
internal static class CiteBlock
{
    /// <summary>The block.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="title">What is cited.</param>
    public static XElement Draw(SiteFrame frame, string title)
    {
        var at = frame.View.Coordinates;
        (string, object)[] values = [("title", title), ("case", frame.View.Recorded.Title), ("record", frame.Origin), ("size", Show.Whole(at.RecordedAt?.Size ?? 0))];
        return Html.El("details", Html.Class("cite"),
            Html.El("summary", frame.Text("cite.title")),
            Html.P(at.KnownBy is { } known ? frame.Say("cite.known-by", [.. values, ("known", Texts.Of(known))]) : frame.Say("cite.page", values), " ",
                Html.El("a", new XAttribute("href", frame.Fixed), frame.Site + frame.Fixed)),
            Html.El("dl",
                Html.El("dt", frame.Text("cite.root")), Html.El("dd", Html.El("code", frame.Root)),
                Html.El("dt", frame.Text("cite.checked")), Html.El("dd", Html.El("code", $"holdfire record verify {frame.Site}/record/"))),
            Html.Note(frame.Text("cite.note"), " ",
                Html.El("a", new XAttribute("href", "/record/checkpoint"), frame.Text("cite.checkpoint"))));
    }
}
