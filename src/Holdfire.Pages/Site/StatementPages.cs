using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The page of one statement: who said what to whom, where it stands, and what its numbers come to.</summary>
public static class StatementPages
{
    private const int MostEntries = 10;

    /// <summary>The page.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="audit">The answer to <c>audit</c> for it.</param>
    /// <param name="entries">The entries of the record about it.</param>
    public static string One(SiteFrame frame, Statement statement, AuditAnswer audit, ImmutableArray<RecordEntryAnswer> entries)
    {
        var (@case, links) = (frame.View.Known, new SiteLinks(frame));
        var title = frame.Text("statement.title", ("id", statement.Id.Value));
        var document = @case.Documents.FirstOrDefault(d => d.Id == statement.Document);
        AuditAnswerClaim[] numbers = [.. audit.Claims, .. audit.HarmClaims ?? []];
        return SitePage.Write(frame, title,
            Html.El("p", Html.Class("lead"), new XAttribute("dir", "auto"), statement.Paraphrase),
            Html.Note(frame.Text("statement.own-words")),
            Html.El("dl",
                frame.Term("col.who", Html.El("bdi", CaseWords.Source(frame, statement.Speaker.Value))),
                statement.Addressee.Length == 0 ? null : frame.Term("col.to-whom", Html.El("bdi", statement.Addressee)),
                frame.Term("col.kind", Html.El("span", frame.InEnglish, $"{Show.Words(statement.Kind)}; {Show.Words(statement.Form)}")),
                frame.Term("col.when", Html.El("span", frame.InEnglish, When.Of(statement.Said))),
                statement.About is { } about ? frame.Term("col.about", Html.El("span", frame.InEnglish, When.Of(about))) : null,
                frame.Term("col.source", Html.El("bdi", document is null ? statement.Document.Value : string.Join(", ", new[] { document.Title, document.Publisher, document.Date }.Where(t => t.Length > 0)))),
                statement.Truces.IsEmpty ? null : frame.Term("col.truce", [.. links.Of(statement.Truces.Select(t => t.Value))])),
            numbers.Length == 0 ? null : Html.Section("numbers", frame.Text("claims.audit"), numbers.Select(n => Html.El("article",
                Html.El("h3", frame.InEnglish, $"{n.Quantity}: {Show.Count(n.Claimed.Min, n.Claimed.Max)} {CaseWords.Act(frame, n.Act)}: {Texts.Words(n.Outcome)}"),
                Html.El("p", frame.InEnglish, links.In(n.InShort)),
                ClaimsPages.Steps(frame, links, n)))),
            @case.Conflicts.Where(c => c.Statement == statement.Id).Select(c => Html.Section(c.Id, frame.Text("statement.accounts"),
                Html.El("p", Html.El("bdi", c.Question)), Html.List(c.Accounts.Select(a => Html.El("span", Html.El("bdi", a.Text), " ", Html.El("small", Html.El("bdi", a.Basis))))))),
            Html.Section("proof", frame.Text("proof.title"), ProofBlock.Draw(frame, entries, MostEntries)),
            CiteBlock.Draw(frame, title));
    }
}
