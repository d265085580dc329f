using System.CommandLine;
using Holdfire.Sources.Imports;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire import FORMAT FILE --case DIR</c>.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var format = new Argument<string>("FORMAT") { Description = string.Join("; ", ImportFormats.All.Select(f => $"{f.Name}: {f.Description}")) };
        var file = new Argument<string>("FILE") { Description = "the CSV file" };
        var folder = Options.Case();
        var strict = new Option<bool>("--strict") { Description = "let nothing in where any row is rejected" };
        var command = new Command(
            "import",
            "Add reports from a file to a case. Good rows go in together; the others go to FILE.rejected.csv with the reasons, exit code 3.\n\n"
            + "Example: holdfire import ua-air-force claims.csv --case cases/ukraine-2025")
        {
            format, file, folder, strict,
        };
        command.SetAction(result => Import(
            result.GetRequiredValue(format), result.GetRequiredValue(file), result.GetRequiredValue(folder), result.GetValue(strict)));
        return command;
    }

    private static int Import(string formatName, string file, string folder, bool strict)
    {
        var format = ImportFormats.Find(formatName)
            ?? throw new InputException($"FORMAT: expected one of {string.Join(", ", ImportFormats.All.Select(f => f.Name))}; found '{formatName}'");
        if (!File.Exists(file))
        {
            throw new InputException($"{file}: expected a CSV file, found no file of that name");
        }

        var @case = CaseInput.Load(folder);
        using var stream = File.OpenRead(file);
        var read = Importer.Read(format, stream, Path.GetFileName(file), @case.Places);
        var summary = ImportWriter.Write(folder, format, read, file + ".rejected.csv", strict);
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
