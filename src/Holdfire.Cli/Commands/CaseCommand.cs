using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Record.Log;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire case check FOLDER</c>.</summary>
internal static class CaseCommand
{
    private const int MostWarnings = 50;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "the case folder, or a record's folder" };
        var check = new Command(
            "check", "Name every error of a case folder with file, line and column, or of the case that a record holds by entry.\n\nExample: holdfire case check cases/practice-line")
        {
            folder,
        };
        check.SetAction(result => Check(result.Terminal, result.GetRequiredValue(folder)));
        return new Command("case", "Work with a case folder.") { CaseNewCommand.Create(), CaseFormCommand.Create(), check };
    }

    private static int Check(Terminal terminal, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException(folder, "a case folder", "no folder of that name");
        }

        foreach (var file in CaseFolder.FilesNotRead(folder))
        {
            terminal.Error.WriteLine(VisibleText.Line($"{file}: is not read; reports are files of the form .csv (save a table as \"CSV UTF-8\")"));
        }

        var load = File.Exists(Path.Combine(folder, LogFolder.Checkpoint)) ? RecordCase.Load(folder) : CaseFolder.Load(folder);
        if (load.Case is not { } loaded || !load.Errors.IsEmpty)
        {
            throw new InputException("", "", $"{CaseInput.Count(load.Errors.Length)} in {folder}") { Details = ErrorLines.Of(load.Errors) };
        }

        var warnings = CaseWarnings.Of(loaded);
        foreach (var warning in warnings.Take(MostWarnings))
        {
            terminal.Error.WriteLine(VisibleText.Line($"warning: {warning}"));
        }

        if (warnings.Length > MostWarnings)
        {
            terminal.Error.WriteLine($"{warnings.Length - MostWarnings} more warnings are not shown");
        }

        terminal.Out.WriteLine(
            $"{(loaded.Invented ? "INVENTED: " : "")}{loaded.Title}: no errors; {loaded.Truces.Length} truces, {loaded.Statements.Length} statements, "
            + $"{loaded.Reports.Count(r => r.PartOf is null)} claims with {loaded.Reports.Count(r => r.PartOf is not null)} parts, "
            + $"{loaded.Sources.Length} sources");
        return ExitCodes.Done;
    }
}
