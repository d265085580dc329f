using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>The page of the record: its checkpoint, who vouches for it, and its newest entries.</summary>
public static class RecordPages
{
    /// <summary>The page.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="checkpoint">The newest checkpoint, as it was signed.</param>
    /// <param name="witnesses">The names of the witnesses that the record names.</param>
    /// <param name="entries">The newest entries, the newest first.</param>
    public static string Write(SiteFrame frame, string checkpoint, ImmutableArray<string> witnesses, ImmutableArray<RecordLine> entries) => SitePage.Write(frame, "Record",
        Html.P("Everything here is computed from one append-only log. The checkpoint below commits to every entry: who keeps a copy of it can tell later if any was altered or dropped."),
        Html.El("pre", checkpoint),
        Html.P(witnesses.IsEmpty ? "The record names no witness." : $"Witnesses that the record names: {string.Join(", ", witnesses)}."),
        Html.P("Other programs read the log itself: ", Html.El("a", new XAttribute("href", "/record/checkpoint"), "checkpoint"), ", ",
            Html.El("code", "/record/tile/…"), " (C2SP tlog-tiles). ", Html.El("code", "holdfire record verify ADDRESS/record/"), " checks all of it."),
        Html.El("h2", "Newest entries"),
        Html.Table("answer", ["entry", "kind", "id", "entered by", "made"],
            entries.Select(e => Html.Row(FormattableString.Invariant($"{e.Index}"), e.Kind, Linked(frame, e), e.Submitter, e.Made))));

    private static object Linked(SiteFrame frame, RecordLine line) => line.Kind == "report" && line.Id.Length > 0
        ? Html.El("a", new XAttribute("href", frame.To($"/reports/{Uri.EscapeDataString(line.Id)}")), line.Id) : line.Id;
}
