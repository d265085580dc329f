using System.CommandLine;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Pages;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire report</c>: the answer to the query of this name as one self-contained HTML file, or as a report and an annex.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var query = QueryCatalogue.Find("report")!;
        var command = QueryCommand.CommandOf(query);
        var folder = Options.Case();
        var output = Options.Text("--out", "FILE", "the HTML file to write; CASE.html in this folder if left out");
        var annex = Options.Text("--annex", "FILE", "write talks, audit, steps, lists, statements and codes to this file, and a report of a few printed pages to --out");
        command.Add(folder);
        command.Add(output);
        command.Add(annex);
        var options = QueryOptions.AddTo(command, query);
        var format = Options.Format(page: true, usual: OutputFormat.Html);
        command.Add(format);
        command.SetAction(result =>
        {
            var form = result.GetValue(format);
            if (form != OutputFormat.Html && (result.GetValue(output) ?? result.GetValue(annex)) is { } unused)
            {
                throw new InputException("--out, --annex", "them with --format html", $"'{unused}' with another form, which is printed");
            }

            // A file that cannot be written is said before the work, not after it.
            Check("--out", result.GetValue(output));
            Check("--annex", result.GetValue(annex));
            var answer = QueryCommand.Run(query, options, folder, result);
            if (form != OutputFormat.Html)
            {
                QueryPrinter.Print(result.Terminal, answer, form);
                return ExitCodes.Done;
            }

            Write(result.Terminal, (ReportAnswer)answer.Answer, result.GetValue(output), result.GetValue(annex), RootOf(result, answer.Answer));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Check(string option, string? file)
    {
        if (file is not null)
        {
            WholeFile.Check(option, file);
        }
    }

    private static void Write(Terminal terminal, ReportAnswer answer, string? output, string? annex, string root)
    {
        var file = output ?? $"{answer.Case}.html";
        WholeFile.Check("--out", file);
        var frame = new ReportFrame { Root = root };
        if (annex is not { } rest)
        {
            WholeFile.Write("--out", file, ReportPage.Write(answer, frame));
            terminal.Out.WriteLine($"report: {Path.GetFullPath(file)}");
            return;
        }

        if (Path.GetFullPath(rest) == Path.GetFullPath(file) || Path.GetDirectoryName(Path.GetFullPath(rest)) != Path.GetDirectoryName(Path.GetFullPath(file)))
        {
            throw new InputException("--annex", "another file in the folder of --out, since each links to the other", $"'{rest}'");
        }

        WholeFile.Write("--annex", rest, ReportPage.Write(answer, frame with { Part = ReportPart.Annex, Other = Path.GetFileName(file) }));
        WholeFile.Write("--out", file, ReportPage.Write(answer, frame with { Part = ReportPart.Main, Other = Path.GetFileName(rest) }));
        terminal.Out.WriteLine($"report: {Path.GetFullPath(file)}");
        terminal.Out.WriteLine($"annex: {Path.GetFullPath(rest)}");
    }

    // The root over the entries that were used; a case folder has none.
    private static string RootOf(ParseResult result, QueryAnswer answer) =>
        result.Record is { } record && answer.Coordinates?.RecordedAt is { } size ? RecordInput.Open(record).Log.Root(size).ToString() : "";
}
