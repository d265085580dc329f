using System.CommandLine;
using System.Text;
using Holdfire.Cli.Output;
using Holdfire.Exports;
using Holdfire.Record.Files;
using Holdfire.Views;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire export FORMAT --out FILE</c>: reports, incidents or findings for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var format = new Argument<string>("FORMAT") { Description = string.Join("; ", ExportFormat.All.Select(f => $"{f.Name}: {f.Help}")) };
        var of = new Option<string>("--of") { Description = "what is exported: reports, incidents or findings", HelpName = "ROWS", DefaultValueFactory = _ => ExportTables.Names[0] };
        var file = Options.Required("--out", "FILE", "the file to write; datapackage.json goes beside it");
        var licence = Options.Text("--licence", "TEXT", "the terms under which it is handed on, such as CC-BY-4.0; they go into datapackage.json");
        var knownBy = Options.KnownBy();
        var folder = Options.Case();
        var command = new Command(
            "export", "Write reports, incidents or findings as a file for other programs, with a datapackage.json that says what the columns are.\n\n"
            + "Example: holdfire export geopackage --case cases/practice-line --of findings --out findings.gpkg")
        {
            format, of, file, licence, folder, knownBy,
        };
        command.SetAction(result =>
        {
            var name = result.GetRequiredValue(format);
            var form = ExportFormat.Find(name) ?? throw new InputException("FORMAT", $"one of {string.Join(", ", ExportFormat.All.Select(f => f.Name))}", $"'{name}'");
            var rows = result.GetRequiredValue(of);
            if (!ExportTables.Names.Contains(rows))
            {
                throw new InputException("--of", $"one of {string.Join(", ", ExportTables.Names)}", $"'{rows}'");
            }

            var view = CaseInput.View(result, folder, Options.ReadInstant(result.GetValue(knownBy)));
            var table = ExportTables.Of(rows, view, Work.Unlimited with { Begins = new WorkLine(result.Terminal).Begin });
            Write(result.Terminal, table, form, result.GetRequiredValue(file), result.GetValue(licence) ?? "");
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Terminal terminal, ExportTable table, ExportFormat format, string path, string licence)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var packageFile = Path.Combine(folder, DataPackage.FileName);
        var package = DataPackage.With(File.Exists(packageFile) ? File.ReadAllText(packageFile) : null, table, format, Path.GetFileName(path), licence)
            ?? throw new InputException(packageFile, "one that an export wrote, or none", "another; choose another folder for --out");
        AtomicFile.WriteByName(path, made => format.Write(table, made));
        AtomicFile.Write(packageFile, Encoding.UTF8.GetBytes(package));
        terminal.Out.WriteLine($"{(table.Invented ? "INVENTED: " : "")}export: {table.Rows.Length} {table.Name} written to {path}; {DataPackage.FileName} beside it says what the columns are");
        foreach (var (why, count) in table.LeftOut)
        {
            terminal.Out.WriteLine($"export: left out, with nothing resting on them: {count} reports of {why}, which may not be handed on");
        }
    }
}
