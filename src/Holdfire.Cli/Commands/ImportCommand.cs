using System.CommandLine;
using System.Text;
using Holdfire.CaseFormat;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Importers;
using Holdfire.Model;
using Holdfire.Record.Files;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire import FORMAT FILE…</c>, into a case folder or a record.</summary>
internal static class ImportCommand
{
    private const string CaseFormat = "case";
    private const string RejectsSuffix = ".rejected.csv";
    private static readonly string[] Wishes = ["disrupted", "broad", "no-header", "parties", "whole-release", "no-watch"];

    public static Command Create()
    {
        var format = new Argument<string>("FORMAT")
        {
            Description = string.Join("; ", ImportFormats.All.Select(f => $"{f.Name}: {f.Description}")) + "; case: a whole case folder, into a record",
        };
        var files = new Argument<string[]>("FILE") { Description = "the files, or the case folder", Arity = ArgumentArity.OneOrMore };
        var folder = Options.Case();
        var withdraw = new Option<bool>("--withdraw-missing") { Description = "for a case: withdraw what the record holds and the folder does not" };
        var dryRun = new Option<bool>("--dry-run") { Description = "say what would come of it, and write nothing" };
        var yes = new Option<bool>("--yes") { Description = "into a record: also undo corrections and withdrawals that were made in the record" };
        var audience = new LabelOption(
            "into a record: who may see what is entered, but for the case's head, places and parties: public, mission, party:ID or named:ID,ID. Left out, a report goes by its handling, all else is public");
        var (key, @operator) = (RecordInput.KeyOption(), RecordInput.OperatorOption());
        var strict = new Option<bool>("--strict") { Description = "let nothing in where any row is rejected" };
        var map = Options.Text("--map", "FILE", "a map.yaml: which column is which, and what the words of the file mean");
        var updates = new Option<bool>("--updates") { Description = "take revisions and withdrawals that the source itself made, with its own time" };
        var guess = new Option<bool>(Options.GuessName) { Description = "for a table: write a first map.yaml for it, to --map FILE where there is none yet, else to the output" };
        var zone = Options.Text("--tz", "ZONE", "the IANA zone of times that have none; else that of the case");
        var source = Options.Text("--source", "ID", "the id of the source of the rows; else that of the format");
        var published = Options.Text("--published", "INSTANT", "when the source published the file, where its rows do not say so");
        var wishes = Wishes.ToDictionary(w => w, w => new Option<bool>("--" + w)
        {
            Description = w switch
            {
                "disrupted" => "acled: take weapons shot down as attacks destroyed, a number that the rows do not give",
                "broad" => "viina: take events of which only something military is said",
                "parties" => "eth-prio: add the actors that the case lacks as parties",
                "whole-release" => "ucdp: the file is all of a yearly version; with --updates, events of Candidate versions that it does not have are taken back",
                "no-watch" => "ucdp, acled: do not declare that a new source watched every day from the first to the last event; its quiet days count as unwatched",
                _ => "ucdp: the file has no header",
            },
        });
        var form = Options.Format();
        var command = new Command(
            "import",
            "Add what a file holds to a case or a record. Good rows go in together; the others go to FILE.rejected.csv with the reasons, exit code 3. "
            + "A case folder goes into a record as signed entries: what is new is added, what has changed is corrected, what is there is left.\n\n"
            + "Example: holdfire import ucdp GEDEvent_v25_1.csv --case my-case\n"
            + "Example: holdfire import table incidents.xlsx --map map.yaml --case my-case\n"
            + "Example: holdfire import case cases/practice-line --record harvest\n"
            + "Example: holdfire import table shelling.csv --map map.yaml --record harvest --audience party:AA")
        {
            format, files, folder, map, dryRun, updates, guess, strict, zone, source, published, withdraw, yes, audience, key, @operator, form,
        };
        wishes.Values.ToList().ForEach(command.Options.Add);
        command.SetAction(async (result, _) =>
        {
            var (name, paths, record) = (result.GetRequiredValue(format), result.GetRequiredValue(files), result.Record);
            if (name == CaseFormat && (record is null || paths.Length != 1))
            {
                throw record is null
                    ? new InputException("import case", "--record DIR, the record that the case goes into", "--case")
                    : new InputException("import case", "one case folder", $"{paths.Length}");
            }

            if (record is null && result.GetValue(audience) is not null)
            {
                throw new InputException(AudienceOption.Called, "--record DIR with it", "--case: in a case folder the column handling says who may see a report");
            }

            var session = record is null ? null : RecordInput.Session(record);
            var import = session is null ? null : new RecordImport(
                result.Terminal, result.GetValue(key), result.GetValue(@operator), result.GetValue(yes), session, LabelOption.Of(result, () => session.Current));
            if (name == CaseFormat)
            {
                return await import!.Folder(paths[0], result.GetValue(withdraw), result.GetValue(dryRun)).ConfigureAwait(false);
            }

            var known = FormatOf(name);
            CheckFiles(paths);
            if (result.GetValue(guess))
            {
                return Guess(result.Terminal, known, paths, result.GetValue(map));
            }

            var @case = import is null ? CaseInput.Load(result.Terminal, result.GetRequiredValue(folder)) : import.ReadCase();
            var options = new ImportOptions
            {
                Map = result.GetValue(map) is { } mapFile ? MapOf(mapFile, @case) : null,
                Zone = result.GetValue(zone) is { } text ? Options.ReadZone(text, @case).Id : "",
                Source = SourceOf(result.GetValue(source)),
                Published = PublishedOf(result.GetValue(published)),
                Updates = result.GetValue(updates),
                Strict = result.GetValue(strict),
                DryRun = result.GetValue(dryRun),
                Wishes = wishes.Where(w => result.GetValue(w.Value)).Select(w => w.Key).ToHashSet(StringComparer.Ordinal),
            };
            var summary = import is null
                ? Into(result.GetRequiredValue(folder), @case, known, paths, options)
                : await import.Rows(@case, known, paths, options, p => p + RejectsSuffix).ConfigureAwait(false);
            return Tell(result.Terminal, summary, options, result.GetValue(form));
        });
        return command;
    }

    /// <summary>Imports a table into a case that was just made; without a map a first one is written instead.</summary>
    public static int FirstTable(Terminal terminal, string folder, string file, string? map)
    {
        CheckFiles([file]);
        var table = FormatOf("table");
        if (map is null)
        {
            return Guess(terminal, table, [file], Path.Combine(folder, "map.yaml"));
        }

        var @case = CaseInput.Load(terminal, folder);
        var options = new ImportOptions { Map = MapOf(map, @case) };
        return Tell(terminal, Into(folder, @case, table, [file], options), options, OutputFormat.Table);
    }

    private static ImportFormat FormatOf(string name) => ImportFormats.Find(name) ?? throw new InputException("FORMAT", $"one of {string.Join(", ", ImportFormats.All.Select(f => f.Name))}, {CaseFormat}", $"'{name}'");

    private static void CheckFiles(string[] paths)
    {
        foreach (var path in paths.Where(p => !File.Exists(p)))
        {
            throw new InputException(path, "a file to import", $"{(Directory.Exists(path) ? "a folder" : "no file of that name")}");
        }
    }

    private static ImportSummary Into(string folder, Case @case, ImportFormat format, string[] paths, ImportOptions options)
    {
        try
        {
            return ImportWriter.Write(folder, @case, format, ImportFile.Of(paths), options, p => p + RejectsSuffix);
        }
        catch (UnreadableFileException e)
        {
            return ImportWriter.Unreadable(e);
        }
    }

    private static string PublishedOf(string? text) => text is null ? ""
        : InstantText.TryParse(text, out var at) ? InstantText.Format(at)
        : throw new InputException("--published", InstantText.Form, $"'{text}'");

    private static string SourceOf(string? id) => id is null ? ""
        : id.Length == 0 || id.IndexOfAny([';', '\n', '\r']) >= 0 ? throw new InputException("--source", "an id without semicolons", $"'{id.ReplaceLineEndings("⏎")}'")
        : NameText.ErrorOfId(id) is { } error ? throw new InputException("--source", error.Expected, error.Found) : id;

    private static ImportMap MapOf(string file, Case @case)
    {
        if (!File.Exists(file))
        {
            throw new InputException("--map", "a map.yaml", $"no file '{file}'");
        }

        var (map, errors) = ImportMapReader.Read(file, File.ReadAllText(file), @case);
        return map ?? throw new InputException(file, "", $"{CaseInput.Count(errors.Length)}; nothing went in") { Details = ErrorLines.Of(errors) };
    }

    private static int Guess(Terminal terminal, ImportFormat format, string[] paths, string? mapFile)
    {
        if (format.Name != "table")
        {
            throw new InputException("--guess", "the format table", $"{format.Name}, which needs no map for its columns");
        }

        var text = GuessOf(paths[0]);
        if (mapFile is null)
        {
            terminal.Out.Write(text);
        }
        else if (File.Exists(mapFile))
        {
            throw new InputException(mapFile, "no file of that name, so that nothing of yours is lost", "one");
        }
        else
        {
            AtomicFile.Write(mapFile, Encoding.UTF8.GetBytes(text), overwrite: false);
            terminal.Out.WriteLine($"import: a first map is in {mapFile}; read it, mend it, and import with --map {mapFile}");
        }

        return ExitCodes.Done;
    }

    private static string GuessOf(string path)
    {
        try
        {
            return MapGuess.Of(ImportFile.Of([path])[0]);
        }
        catch (UnreadableFileException e)
        {
            throw new InputException(path, e.Errors[0].Expected, e.Errors[0].Found);
        }
    }

    private static int Tell(Terminal terminal, ImportSummary summary, ImportOptions options, OutputFormat form)
    {
        ImportReport.Errors(terminal, summary);
        var isIn = !summary.IsUnreadable && !(options.Strict && summary.Rejected > 0);
        if (form == OutputFormat.Json)
        {
            ImportReport.Json(terminal, summary, options);
        }
        else if (!summary.IsUnreadable)
        {
            ImportReport.Text(terminal, summary, options);
        }

        if (isIn && summary.Rejected == 0)
        {
            return ExitCodes.Done;
        }

        terminal.Error.WriteLine(!isIn || options.DryRun ? "holdfire: nothing went in" : $"holdfire: the rejected rows stand in {summary.RejectsFile}");
        return isIn ? ExitCodes.SomeRejected : ExitCodes.BadInput;
    }
}
