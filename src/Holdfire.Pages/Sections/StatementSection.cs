using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>Who said what to whom, when, and where it stands, one table for each document.</summary>
internal static class StatementSection
{
    public static XElement Draw(Page page) =>
        Html.Section("statements", "The statements",
            Html.Note(
                "In words of our own, by document. Hearsay counts the mouths between the speaker and the document. Units are UTF-16 " +
                "units of the document's text, with the start of the passage's SHA-256."),
            page.LeftOut(page.Shown.Statements, "statements made later, or at a time that is not known"),
            page.Case.Statements.GroupBy(s => s.Document).Select(g => Document(page, g.Key, g)));

    private static XElement Document(Page page, DocumentId id, IEnumerable<Statement> statements)
    {
        var document = page.Case.Documents.FirstOrDefault(d => d.Id == id);
        var title = document is null ? id.Value : string.Join(", ", new[] { $"{id}: {document.Title}", document.Publisher, document.Date }.Where(t => t.Length > 0));
        return Html.El("div", Html.Class("document"), Html.El("h3", title),
            Html.Table("statements", ["Id", "Who, to whom", "When", "What", "Where"], statements.Select(s => Row(page, s))));
    }

    private static XElement Row(Page page, Statement statement)
    {
        var row = Html.Row(
            new object[] { Html.El("strong", statement.Id.Value), Html.El("br"), Html.El("small", Show.Words(statement.Kind)) },
            new object?[] { page.SourceName(statement.Speaker), statement.Addressee.Length > 0 ? Html.El("small", $" to {statement.Addressee}") : null },
            When.Of(statement.Said),
            new object?[]
            {
                statement.Paraphrase,
                statement.Quantities.Length > 0 ? Html.List(statement.Quantities.Select(q => Quantity(page, q))) : Html.El("br"),
                Html.El("small", $"{Show.Words(statement.Form)}; hearsay {Show.Whole(statement.Hearsay)}"),
                statement.About is { } about ? Html.El("small", $"; about {Show.Window(about)}") : null,
                statement.Truces.Length > 0 ? Html.El("small", "; on ", page.Links(statement.Truces.Select(t => t.Value))) : null,
            },
            Html.El("small", statement.Passage is { } passage
                ? $"{Show.Whole(passage.Start)} to {Show.Whole(passage.End)}, {Prefix(passage.Sha256)}"
                : "no copy at hand"));
        row.Add(page.Anchor(statement.Id.Value));
        return row;
    }

    private static XElement Quantity(Page page, Report quantity) =>
        Html.El("span", page.Anchor(quantity.Id.Value), page.Link(quantity.Id.Value),
            $": {Show.Count(quantity.Count)} {Show.What(page.Case.Codes, quantity.Act, quantity.Measure, quantity.Unit)}");

    private static string Prefix(string hash) => hash.Length > 8 ? string.Concat(hash.AsSpan(0, 8), "…") : hash;
}
