using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Findings;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire assess</c>: did the truce hold?</summary>
internal static class AssessCommand
{
    private const string Ask = "Events by day and standard of proof: --counts (the reports are fused for that).";

    public static Command Create()
    {
        var folder = Options.Case();
        var truce = Options.Text("--truce", "ID", "one truce; all of them if left out");
        var limits = Options.Text("--verdicts", "FILE", "a YAML file with limits of the verdicts (docs/method.md)");
        var standard = Options.Text("--standard", "STANDARD", "count only events of this standard of proof or better: alleged, disputed, corroborated or verified");
        var rules = Options.Text("--rules", "FILE", "a YAML file with a mission's own rules for --standard (docs/findings.md)");
        var fusion = new FusionOption();
        var asOf = Options.AsOf();
        var counts = new Option<bool>("--counts")
        {
            Description = "fuse the reports and give events per day and standard of proof; in a table or CSV in place of the lines",
        };
        var format = Options.Format();
        var command = new Command(
            "assess",
            "Did the truce hold? Claimed rates before, during and after, per act, alleged actor and source; never pooled over sides.\n\n"
            + "Example: holdfire assess --case cases/practice-line --truce T1\n"
            + "Example: holdfire assess --case cases/practice-line --counts --format csv")
        {
            folder, truce, limits, standard, rules, counts, asOf, format,
        };
        fusion.AddTo(command);
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            StandardOfProof? least = result.GetValue(standard) is { } s ? FindingInput.StandardOf(s) : null;
            TruceId? id = result.GetValue(truce) is { } t ? Options.Known("--truce", t, @case.Truces.Select(x => x.Id)) : null;
            var verdicts = result.GetValue(limits) is { } file ? CaseInput.LoadVerdicts(file) : new VerdictTable();
            var byDay = result.GetValue(counts);
            var asksForProof = byDay || least is not null || result.GetValue(rules) is not null || fusion.IsNamed(result.CommandResult);
            var proof = asksForProof ? EventsByStandard.Of(@case, FindingInput.RulesOf(result.GetValue(rules)), fusion.Of(result, @case), id) : null;
            var counted = least is { } l ? proof!.AtLeast(@case, l) : @case;
            var assessments = Assessor.Assess(CaseView.Of(counted, instant), new AssessmentOptions(id) { Table = verdicts });
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/assessment/1", as_of = Texts.OfOptional(instant), limits = verdicts,
                    standard = least, rules = proof?.Table.Version, parameters = proof?.Parameters,
                    truces = assessments.Select(a => AssessmentJson.Of(a, proof?.PerDay[a.Truce.Id])),
                },
                () => byDay ? FindingSheets.Counts(proof!.PerDay.SelectMany(c => c)) : Table(assessments), instant,
                () => byDay ? [proof!.MadeBy] : [.. Counted(least), .. assessments.SelectMany(AssessNotes.Of), .. proof?.Notes ?? [Ask]],
                @case.Invented, byDay ? AssessmentJson.CountsCsv : AssessmentJson.Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<string> Counted(StandardOfProof? least) =>
        least is { } standard ? [$"Counted: events that are {Texts.Words(standard)} or better; other claims count as none."] : [];

    private static Sheet Table(ImmutableArray<TruceAssessment> assessments) => new(
        ["truce", "act", "source", "before, per day", "during", "after", "ratio, 95 %", "covered", "verdict", "if quiet", "if as before"],
        [.. assessments.SelectMany(a => a.Lines.IsEmpty ? [Empty(a)] : a.Lines.Select(l => Row(a, l)))]);

    private static ImmutableArray<string> Empty(TruceAssessment a) =>
        [a.Truce.Id.Value, "", "", "", "", "", "", "", Texts.Words(a.Status), "", ""];

    private static ImmutableArray<string> Row(TruceAssessment a, AssessmentLine l) =>
    [
        a.Truce.Id.Value,
        $"{l.Act}\n{Texts.Words(l.Measure)}{(l.OutsideTerms ? ", outside the terms" : "")}{(l.Target is { } k ? $", on {Texts.Words(k)}" : "")}\nby {l.AllegedActor}",
        l.Source.Value,
        Texts.Of(l.Baseline),
        Texts.Of(l.During),
        Texts.Of(l.After),
        Texts.Of(l.Ratio),
        $"{Texts.Hours(l.Coverage.Yes)} of {Texts.Hours(l.Coverage.Yes + l.Coverage.No + l.Coverage.Unknown)} h",
        l.Verdict is { } v ? Texts.Words(v) : l.OutsideTerms ? "not a breach" : Texts.Words(l.Status),
        l.VerdictIfQuiet is { } q ? Texts.Words(q) : "",
        l.VerdictIfBaseline is { } b ? Texts.Words(b) : "",
    ];
}
