using System.CommandLine;
using Holdfire.Model;
using Holdfire.Cli.Commands.Records;
using Holdfire.Importers;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire import FORMAT FILE</c>, into a case folder or a record.</summary>
internal static class ImportCommand
{
    private const string CaseFormat = "case";
    private const string RejectsSuffix = ".rejected.csv";

    public static Command Create()
    {
        var format = new Argument<string>("FORMAT")
        {
            Description = string.Join("; ", ImportFormats.All.Select(f => $"{f.Name}: {f.Description}")) + "; case: a whole case folder, into a record",
        };
        var file = new Argument<string>("FILE") { Description = "the CSV file, or the case folder" };
        var folder = Options.Case();
        var withdraw = new Option<bool>("--withdraw-missing") { Description = "for a case: withdraw what the record holds and the folder does not" };
        var dryRun = new Option<bool>("--dry-run") { Description = "for a case: list what would be changed in the record, and write nothing" };
        var yes = new Option<bool>("--yes") { Description = "into a record: also undo corrections and withdrawals that were made in the record" };
        var (key, @operator) = (RecordInput.KeyOption(), RecordInput.OperatorOption());
        var strict = new Option<bool>("--strict") { Description = "let nothing in where any row is rejected" };
        var command = new Command(
            "import",
            "Add reports from a file to a case or a record. Good rows go in together; the others go to FILE.rejected.csv with the reasons, exit code 3. "
            + "A case folder goes into a record as signed entries: what is new is added, what has changed is corrected, what is there is left.\n\n"
            + "Example: holdfire import FORMAT claims.csv --case my-case\n"
            + "Example: holdfire import case cases/practice-line --record harvest")
        {
            format, file, folder, strict, withdraw, dryRun, yes, key, @operator,
        };
        command.SetAction(async (result, _) =>
        {
            var (name, path, record) = (result.GetRequiredValue(format), result.GetRequiredValue(file), result.GetValue(Options.Record));
            if (record is null)
            {
                return name == CaseFormat
                    ? throw new InputException("import case: expected --record DIR, the record that the case goes into, found --case")
                    : Import(name, path, result.GetRequiredValue(folder), result.GetValue(strict));
            }

            var import = new RecordImport(
                result.GetValue(key), result.GetValue(@operator), result.GetValue(yes), RecordInput.Session(record));
            if (name == CaseFormat)
            {
                return await import.Folder(path, result.GetValue(withdraw), result.GetValue(dryRun)).ConfigureAwait(false);
            }

            var read = Read(name, path, import.ReadCase());
            var summary = await import.Rows(read, path + RejectsSuffix, result.GetValue(strict)).ConfigureAwait(false);
            return Tell(path, read, summary, result.GetValue(strict));
        });
        return command;
    }

    private static ImportResult Read(string formatName, string file, Case @case)
    {
        var format = ImportFormats.Find(formatName) ?? throw new InputException(
            $"FORMAT: expected one of {string.Join(", ", ImportFormats.All.Select(f => f.Name))}, {CaseFormat}; found '{formatName}'");
        if (!File.Exists(file))
        {
            throw new InputException($"{file}: expected a CSV file, found no file of that name");
        }

        using var stream = File.OpenRead(file);
        return Importer.Read(format, stream, Path.GetFileName(file), @case.Places);
    }

    private static int Import(string formatName, string file, string folder, bool strict)
    {
        var read = Read(formatName, file, CaseInput.Load(folder));
        return Tell(file, read, ImportWriter.Write(folder, ImportFormats.Find(formatName)!, read, file + RejectsSuffix, strict), strict);
    }

    private static int Tell(string file, ImportResult read, ImportSummary summary, bool strict)
    {
        foreach (var row in read.Rejected.Concat(summary.NotTaken).OrderBy(r => r.Line))
        {
            Console.Error.WriteLine($"{file}:{row.Line}:{row.Column}: expected {row.Expected}, found {row.Found}");
        }

        Console.Out.WriteLine($"import: {summary.Added} rows added, {summary.Present} already there, {summary.Rejected} rejected");
        if (summary.Rejected == 0)
        {
            return ExitCodes.Done;
        }

        Console.Error.WriteLine(strict ? "holdfire: nothing went in" : $"holdfire: the rejected rows stand in {summary.RejectsFile}");
        return strict ? ExitCodes.BadInput : ExitCodes.SomeRejected;
    }
}
