using System.CommandLine;
using Holdfire.CaseFormat;
using Holdfire.Cli.Commands.Records;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Pages;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire report</c>: one self-contained HTML file.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = Options.Case();
        var output = Options.Text("--out", "FILE", "the HTML file to write; CASE.html in this folder if left out");
        var rules = Options.Text(RulesChoice.Rules.Name, RulesChoice.Rules.ValueName, RulesChoice.Rules.Help);
        var fusion = new FusionOption();
        var asOf = Options.AsOf();
        var at = Options.Text(CommonOptions.Now.Name, CommonOptions.Now.ValueName, CommonOptions.Now.Help);
        var annex = Options.Text("--annex", "FILE", "write talks, audit, steps, lists, statements and codes to this file, and a report of a few printed pages to --out");
        var issued = Options.Text("--issued", "DATE", "the date of issue on each page, such as 2030-05-08; a report reads no clock");
        var marking = Options.Text("--tlp", "clear|green|amber|amber+strict|red", "how far it may be passed on, after the Traffic Light Protocol, on each page");
        var command = new Command(
            "report",
            "Write one self-contained HTML file: a summary on a page, truces, claims, audit, assessment, findings, statements, method and gaps.\n\n"
            + "Example: holdfire report --case cases/practice-line --out report.html\n"
            + "Example: holdfire report --case cases/practice-line --out report.html --annex annex.html --issued 2031-04-01 --tlp amber")
        {
            folder, output, annex, rules, asOf, at, issued, marking,
        };
        fusion.AddTo(command);
        command.SetAction(result =>
        {
            var view = CaseInput.View(result, folder, Options.ReadInstant(result.GetValue(asOf)));
            var file = result.GetValue(output) ?? $"{view.Recorded.Id}.html";
            WholeFile.Check("--out", file);
            var table = RulesChoice.Of(result.GetValue(rules) is { } named ? TextFile.Read(RulesChoice.Rules, named) : null);
            var work = Work.Unlimited with { Begins = new WorkLine(result.Terminal).Begin };
            var now = result.GetValue(at) is { } text ? QueryArguments.ReadInstant(CommonOptions.Now.Name, text)
                : view.Coordinates.KnownBy ?? SystemClock.Instance.GetCurrentInstant();
            var frame = new ReportFrame
            {
                Issued = result.GetValue(issued) is { } date ? CivilText.Format(Options.ReadDate("--issued", date)) : "",
                Marking = MarkingOf(result.GetValue(marking)),
                Root = RootOf(result, view),
            };
            if (result.GetValue(annex) is not { } rest)
            {
                WholeFile.Write("--out", file, WholeReport.Of(view, table, fusion.Of(result, view), work, now, frame)[0]);
                result.Terminal.Out.WriteLine($"report: {Path.GetFullPath(file)}");
                return ExitCodes.Done;
            }

            WholeFile.Check("--annex", rest);
            if (Path.GetFullPath(rest) == Path.GetFullPath(file) || Path.GetDirectoryName(Path.GetFullPath(rest)) != Path.GetDirectoryName(Path.GetFullPath(file)))
            {
                throw new InputException("--annex", "another file in the folder of --out, since each links to the other", $"'{rest}'");
            }

            var parts = WholeReport.Of(
                view, table, fusion.Of(result, view), work, now, frame with { Part = ReportPart.Main, Other = Path.GetFileName(rest) },
                frame with { Part = ReportPart.Annex, Other = Path.GetFileName(file) });
            WholeFile.Write("--annex", rest, parts[1]);
            WholeFile.Write("--out", file, parts[0]);
            result.Terminal.Out.WriteLine($"report: {Path.GetFullPath(file)}");
            result.Terminal.Out.WriteLine($"annex: {Path.GetFullPath(rest)}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static string MarkingOf(string? text) => text switch
    {
        null => "",
        "clear" or "green" or "amber" or "amber+strict" or "red" => $"TLP:{text.ToUpperInvariant()}",
        _ => throw new InputException("--tlp", "clear, green, amber, amber+strict or red", $"'{text}'"),
    };

    // The root over the entries that were used; a case folder has none.
    private static string RootOf(ParseResult result, CaseView view) =>
        result.GetValue<string?>(Options.RecordName) is { } record && view.Coordinates.RecordedAt is { } at ? RecordInput.Open(record).Log.Root(at.Size).ToString() : "";
}
