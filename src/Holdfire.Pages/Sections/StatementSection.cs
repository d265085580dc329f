using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Reports;
using Holdfire.Statements;

namespace Holdfire.Pages.Sections;

/// <summary>Who said what to whom, when, and where it stands.</summary>
internal static class StatementSection
{
    public static XElement Draw(Page page) =>
        Html.Section("statements", "The statements",
            Html.Note("In words of our own. Hearsay counts the mouths between the speaker and the document."),
            Html.Table("statements", ["Id", "Who, to whom", "When", "What", "Where"], page.Case.Statements.Select(s => Row(page, s))));

    private static XElement Row(Page page, Statement statement)
    {
        var row = Html.Row(
            Html.El("strong", statement.Id.Value),
            new object?[] { page.SourceName(statement.Speaker), statement.Addressee.Length > 0 ? new object[] { Html.El("br"), $"to {statement.Addressee}" } : null },
            Show.Window(statement.Said),
            new object?[]
            {
                statement.Paraphrase, Html.El("br"),
                Html.El("small", $"{Show.Words(statement.Kind)}; {Show.Words(statement.Form)}; hearsay {Show.Whole(statement.Hearsay)}"),
                statement.About is { } about ? Html.El("small", $"; about {Show.Window(about)}") : null,
                statement.Truces.Length > 0 ? Html.El("small", "; on ", page.Links(statement.Truces.Select(t => t.Value))) : null,
                statement.Quantities.Length > 0 ? Html.List(statement.Quantities.Select(q => Quantity(page, q))) : null,
            },
            Where(page, statement));
        row.Add(page.Anchor(statement.Id.Value));
        return row;
    }

    private static XElement Quantity(Page page, Report quantity) =>
        Html.El("span", page.Anchor(quantity.Id.Value), page.Link(quantity.Id.Value),
            $": {quantity.Act}, {Show.Words(quantity.Measure)}: {Show.Count(quantity.Count)}");

    private static object[] Where(Page page, Statement statement)
    {
        var document = page.Case.Documents.FirstOrDefault(d => d.Id == statement.Document);
        var title = document is null ? statement.Document.Value : $"{statement.Document}: {document.Title}, {document.Publisher}, {document.Date}";
        var place = statement.Passage is { } passage
            ? $"units {Show.Whole(passage.Start)} to {Show.Whole(passage.End)}, SHA-256 {Prefix(passage.Sha256)}"
            : "no copy of the document at hand";
        return new object[] { title, Html.El("br"), Html.El("small", place) };
    }

    private static string Prefix(string hash) => hash.Length > 12 ? string.Concat(hash.AsSpan(0, 12), "…") : hash;
}
