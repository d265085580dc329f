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
        var known = at.KnownBy is { } instant ? $", with what sources had published by {Texts.Of(instant)}" : "";
        return Html.El("details", Html.Class("cite"),
            Html.El("summary", "Cite this"),
            Html.P($"{title}. {frame.View.Recorded.Title}. Record {frame.Origin}, as it stood at {Show.Whole(at.RecordedAt?.Size ?? 0)} entries{known}. ",
                Html.El("a", new XAttribute("href", frame.Fixed), frame.Site + frame.Fixed)),
            Html.El("dl",
                Html.El("dt", "Root of the log"), Html.El("dd", Html.El("code", frame.Root)),
                Html.El("dt", "Checked with"), Html.El("dd", Html.El("code", $"holdfire record verify {frame.Site}/record/"))),
            Html.Note("The root commits to every entry that this page rests on. Whoever keeps it can tell later if any was altered or dropped; a checkpoint that witnesses cosigned says when it stood. ",
                Html.El("a", new XAttribute("href", "/record/checkpoint"), "The newest checkpoint")));
    }
}
