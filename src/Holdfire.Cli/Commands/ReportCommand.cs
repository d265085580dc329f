using System.CommandLine;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Pages;
using Holdfire.Pages.Charts;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire report</c>: one self-contained HTML file.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = Options.Case();
        var output = Options.Text("--out", "FILE", "the HTML file to write; CASE.html in this folder if left out");
        var rules = Options.Text("--rules", "FILE", "a YAML file with a mission's own rules of findings (docs/findings.md)");
        var fusion = new FusionOption();
        var asOf = Options.AsOf();
        var command = new Command(
            "report",
            "Write one self-contained HTML file: truces, claims, audit, assessment, findings, statements, method and gaps.\n\n"
            + "Example: holdfire report --case cases/practice-line --out report.html")
        {
            folder, output, rules, asOf,
        };
        fusion.AddTo(command);
        command.SetAction(result =>
        {
            var @case = CaseInput.Load(result, folder);
            var file = result.GetValue(output) ?? $"{@case.Id}.html";
            WholeFile.Check("--out", file);
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var view = CaseView.Of(@case, instant);
            var (input, table) = (fusion.Of(result, view.Known), FindingInput.RulesOf(result.GetValue(rules)));
            var findings = FindingInput.Found(view.Known, FindingInput.SubjectsOf(view.Known, input, table), table, null);
            var html = HtmlReport.Render(
                view, Assessor.Assess(view, new AssessmentOptions()), Auditor.Audit(view),
                new FindingSet(findings, table.Version, input.Parameters.Version), MapOutlines.BuiltIn);
            WholeFile.Write("--out", file, html);
            Console.Out.WriteLine($"report: {Path.GetFullPath(file)}");
            return ExitCodes.Done;
        });
        return command;
    }
}
