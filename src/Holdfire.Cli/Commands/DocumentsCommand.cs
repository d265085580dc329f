using System.CommandLine;
using Holdfire.Model;
using Holdfire.Cli.Output;
using Holdfire.CaseFormat;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire documents check</c>.</summary>
internal static class DocumentsCommand
{
    public static Command Create()
    {
        var folder = Options.Case();
        var text = Options.Required("--text", "FILE", "the text of the document, as its holder keeps it");
        var document = Options.Text("--document", "ID", "the document; the only one with a hash if left out");
        var format = Options.Format();
        var check = new Command(
            "check",
            "Say for each statement whether its passage stands in the text, and print it.\n\n"
            + "Example: holdfire documents check --case my-case --text report.txt")
        {
            folder, text, document, format,
        };
        check.SetAction(result =>
        {
            var @case = CaseInput.Load(result, folder);
            var file = result.GetRequiredValue(text);
            if (!File.Exists(file))
            {
                throw new InputException($"{file}: expected the text of a document, found no file of that name");
            }

            var id = result.GetValue(document) is { } d ? Options.Known("--document", d, @case.Documents.Select(x => x.Id)) : Only(@case);
            var checks = DocumentCheck.Run(@case, id, File.ReadAllBytes(file));
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/documents/1",
                    document = id.Value,
                    file_matches = checks.Select(c => c.FileMatches).FirstOrDefault(),
                    statements = checks.Select(c => new { statement = c.Statement.Value, stands = c.PassageMatches, passage = c.Text }),
                },
                () => new Sheet(
                    ["statement", "stands there", "passage"],
                    [.. checks.Select(c => (System.Collections.Immutable.ImmutableArray<string>)[c.Statement.Value, c.PassageMatches ? "yes" : "no", c.Text ?? ""])]),
                invented: @case.Invented,
                csv: new CsvShape("statements", ["^document", "^file_matches", "statement", "stands", "passage"]));
            return checks.All(c => c.PassageMatches) ? ExitCodes.Done : ExitCodes.BadInput;
        });
        return new Command("documents", "Check statements against the text of their document.") { check };
    }

    private static DocumentId Only(Case @case)
    {
        var hashed = @case.Documents.Where(d => d.Sha256 is not null).ToList();
        return hashed.Count == 1
            ? hashed[0].Id
            : throw new InputException($"--document: expected one of {string.Join(", ", @case.Documents.Select(d => d.Id))}; found none");
    }
}
