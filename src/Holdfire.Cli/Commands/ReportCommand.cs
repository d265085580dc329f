using System.CommandLine;
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
        var command = new Command(
            "report",
            "Write one self-contained HTML file: truces, claims, audit, assessment, findings, statements, method and gaps.\n\n"
            + "Example: holdfire report --case cases/practice-line --out report.html")
        {
            folder, output, rules, asOf, at,
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
            WholeFile.Write("--out", file, WholeReport.Of(view, table, fusion.Of(result, view), work, now));
            result.Terminal.Out.WriteLine($"report: {Path.GetFullPath(file)}");
            return ExitCodes.Done;
        });
        return command;
    }
}
