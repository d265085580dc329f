using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The pages of the record: its checkpoint, who vouches for it, its newest entries; and one entry with what became of it.</summary>
public static class RecordPages
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The page of the record.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="checkpoint">The newest checkpoint, as it was signed.</param>
    /// <param name="witnesses">The names of the witnesses that the record names.</param>
    /// <param name="entries">The entries of this page, the newest first.</param>
    /// <param name="next">The entry that the next page begins below; null where this one ends with the first entry.</param>
    public static string Write(SiteFrame frame, string checkpoint, ImmutableArray<string> witnesses, ImmutableArray<RecordLine> entries, long? next)
    {
        var links = new SiteLinks(frame);
        return SitePage.Write(frame, frame.Text("nav.record"),
            Html.P(frame.Text("record.intro")),
            Html.El("pre", new XAttribute("dir", "ltr"), new XAttribute("tabindex", "0"), new XAttribute("role", "region"), new XAttribute("aria-label", frame.Text("cite.checkpoint")), checkpoint),
            Html.P(witnesses.IsEmpty ? frame.Text("record.no-witness") : frame.Say("record.witnesses", ("names", string.Join(", ", witnesses)))),
            Html.P(frame.Say("record.programs",
                ("checkpoint", Html.El("a", new XAttribute("href", "/record/checkpoint"), "/record/checkpoint")), ("tiles", Html.El("code", "/record/tile/…")),
                ("command", Html.El("code", new XAttribute("dir", "ltr"), $"holdfire record verify {(frame.Site.Length > 0 ? frame.Site : "ADDRESS")}/record/")))),
            Html.El("h2", frame.Text("record.entries")),
            Html.Table("answer", [frame.Text("col.entry"), frame.Text("col.kind"), frame.Text("col.id"), frame.Text("col.submitter"), frame.Text("col.made")],
                entries.Select(e => Html.Row(ProofBlock.Entry(frame, e.Index), Html.El("span", frame.InEnglish, e.Kind), links.Of(e.Id), Html.El("bdi", e.Submitter), e.Made))),
            next is { } before ? Html.P(Html.El("a", new XAttribute("href", frame.To(FormattableString.Invariant($"/record?before={before}"))), frame.Text("record.older"))) : null);
    }

    /// <summary>The page of one entry.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="answer">The answer to <c>record show</c>.</param>
    public static string One(SiteFrame frame, RecordShowAnswer answer)
    {
        var title = frame.Text("record.entry", ("index", Show.Whole(answer.Index)));
        return SitePage.Write(frame, title,
            Html.P(frame.Text("record.history")),
            ProofBlock.Table(frame, answer.History),
            answer.History.Select(e => Html.El("section",
                Html.El("h2", frame.Text("record.entry", ("index", Show.Whole(e.Index)))),
                Html.El("dl",
                    Html.El("dt", frame.Text("col.kind")), Html.El("dd", frame.InEnglish, $"{e.Kind}, {Show.Words(e.Standing)}"),
                    e.SetAside is { } why ? new[] { Html.El("dt", frame.Text("record.set-aside")), Html.El("dd", frame.InEnglish, why) } : null,
                    e.ChangedBy is { } by ? new[] { Html.El("dt", frame.Text("record.changed-by")), Html.El("dd", ProofBlock.Entry(frame, by)) } : null,
                    e.ErasedBy is { } gone ? new[] { Html.El("dt", frame.Text("record.erased-by")), Html.El("dd", ProofBlock.Entry(frame, gone)) } : null,
                    Html.El("dt", frame.Text("record.key")), Html.El("dd", Html.El("code", e.Key)),
                    Html.El("dt", frame.Text("record.hash")), Html.El("dd", Html.El("code", e.ContentHash))),
                e.Content is { } content
                    ? Html.El("pre", new XAttribute("dir", "ltr"), new XAttribute("tabindex", "0"), new XAttribute("role", "region"), new XAttribute("aria-label", frame.Text("record.content")), JsonSerializer.Serialize(content, Indented))
                    : Html.Note(frame.Text("record.hidden")))),
            CiteBlock.Draw(frame, title));
    }
}
