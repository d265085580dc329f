using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>Which entries of the record a page rests on, so that a reader can check that they are in it.</summary>
internal static class ProofBlock
{
    /// <summary>The block.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="most">The most that are listed.</param>
    public static object?[] Draw(SiteFrame frame, ImmutableArray<RecordEntryAnswer> entries, int most) => entries.IsEmpty ? [Html.Note(frame.Text("proof.none"))] :
    [
        Html.Note(frame.Text("proof.note"), " ", Html.El("a", new XAttribute("href", frame.To("/record")), frame.Text("nav.record"))),
        frame.First(most, entries.Length),
        Table(frame, entries.Take(most)),
    ];

    /// <summary>Entries as a table.</summary>
    public static XElement Table(SiteFrame frame, IEnumerable<RecordEntryAnswer> entries)
    {
        var links = new SiteLinks(frame);
        return Html.Table("answer",
            [frame.Text("col.entry"), frame.Text("col.kind"), frame.Text("col.id"), frame.Text("col.submitter"), frame.Text("col.made"), frame.Text("col.leaf")],
            entries.Select(e => Html.Row(
                Entry(frame, e.Index), Html.El("span", frame.InEnglish, e.Kind, e.Standing == Record.State.Standing.Stands ? null : $" ({Show.Words(e.Standing)})"),
                e.Id is { } id ? links.Of(id) : "", Html.El("bdi", e.Submitter), Texts.Of(e.Made), Html.El("code", e.Leaf))));
    }

    /// <summary>The index of an entry as a link to its page.</summary>
    public static XElement Entry(SiteFrame frame, long index)
    {
        var number = FormattableString.Invariant($"{index}");
        return Html.El("a", new XAttribute("href", frame.To($"/entries/{number}")), number);
    }
}
