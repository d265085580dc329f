using System.Collections.Immutable;
using System.Text;
using Holdfire.CaseFormat;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>documents check</c>: whether statements stand in the text of their document.</summary>
internal static class DocumentsCheckQuery
{
    private static readonly OptionInfo TextFile = new("--text", "FILE", "the text of the document, as its holder keeps it")
    {
        Kind = OptionKind.File,
        Required = true,
        Expects = "the text of a document",
    };

    private static readonly OptionInfo Document = new("--document", "ID", "the document; the only one with a hash if left out");

    public static readonly QueryInfo Info = new()
    {
        Name = "documents check",
        Help = "Say for each statement whether its passage stands in the text, and print it.",
        Examples = ["documents check --case my-case --text report.txt"],
        Options = [TextFile, Document],
        NotTaken =
        [
            new(["--claimant", "--actor", "--source", "--area", "--near", "--from", "--to"], "it looks for the passages of a document in a text; --document names the document"),
            new(["--tz"], "it prints no times"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("statements", ["^document", "^file_matches", "statement", "stands", "passage"]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var id = arguments.Known(Document, view.Known.Documents.Select(d => d.Id)) ?? Only(view.Known);
        var text = arguments.File(TextFile) ?? throw new QueryException(QueryErrorCodes.Missing, TextFile.Name, TextFile.ValueName, "none");
        var checks = DocumentCheck.Run(view.Known, id, Encoding.UTF8.GetBytes(text.Text));
        return new QueryResult(
            new DocumentsAnswer(view, id, checks),
            () => new AnswerTable(
                ["statement", "stands there", "passage"],
                [.. checks.Select(c => (ImmutableArray<string>)[c.Statement.Value, c.PassageMatches ? "yes" : "no", c.Text ?? ""])]))
        {
            Csv = Csv,
            InOrder = checks.All(c => c.PassageMatches),
        };
    }

    private static DocumentId Only(Case @case)
    {
        var hashed = @case.Documents.Where(d => d.Sha256 is not null).ToList();
        return hashed.Count == 1 ? hashed[0].Id : throw new QueryException(
            QueryErrorCodes.Missing, Document.Name, $"one of {string.Join(", ", @case.Documents.Select(d => d.Id))}", "none");
    }
}
