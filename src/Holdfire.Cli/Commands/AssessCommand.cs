using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Assessment;
using Holdfire.Cases;
using Holdfire.Cli.Output;
using Holdfire.Findings;
using Holdfire.Terms;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire assess</c>: did the truce hold?</summary>
internal static class AssessCommand
{
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
            Description = "in place of the lines, events per day and standard of proof; JSON always has both",
        };
        var format = Options.Format();
        var command = new Command(
            "assess",
            "Did the truce hold? Claimed rates before, during and after, per act, alleged actor and source; never pooled over sides.\n\n"
            + "Example: holdfire assess --case cases/harvest --truce T1\n"
            + "Example: holdfire assess --case cases/harvest --counts --format csv")
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
            var (table, input) = (FindingInput.RulesOf(result.GetValue(rules)), fusion.Of(result, @case));
            var subjects = FindingInput.SubjectsOf(@case, input, table);
            var findings = FindingInput.Found(@case, subjects, table, id);
            var perDay = FindingCounts.PerDay(@case, findings).ToLookup(c => c.Truce);
            var counted = least is { } l ? AtStandard.Of(@case, l, subjects, table) : @case;
            var assessments = Assessor.Assess(counted, new AssessmentOptions(id, instant) { Table = verdicts });
            var madeBy = $"Rules {table.Version}; reports fused by the parameters {input.Parameters.Version}.";
            var byDay = result.GetValue(counts);
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/assessment/1", as_of = Texts.OfOptional(instant), limits = verdicts,
                    standard = least, rules = table.Version, parameters = input.Parameters.Version,
                    truces = assessments.Select(a => AssessmentJson.Of(a, perDay[a.Truce.Id])),
                },
                () => byDay ? FindingSheets.Counts(perDay.SelectMany(c => c)) : Table(assessments), instant,
                () => byDay ? [madeBy] : [.. Counted(least), .. assessments.SelectMany(AssessNotes.Of), "Events under the terms:", .. FindingNotes.Totals(findings), madeBy],
                @case.Invented, byDay ? AssessmentJson.CountsCsv : AssessmentJson.Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<string> Counted(StandardOfProof? least) =>
        least is { } standard ? [$"Counted: events that are {Texts.Words(standard)} or better; other claims count as none."] : [];

    private static Sheet Table(ImmutableArray<TruceAssessment> assessments) => new(
        ["truce", "act", "by", "source", "before, per day", "during", "after", "ratio, 95 %", "covered", "verdict", "if quiet", "if as before"],
        [.. assessments.SelectMany(a => a.Lines.IsEmpty ? [Empty(a)] : a.Lines.Select(l => Row(a, l)))]);

    private static ImmutableArray<string> Empty(TruceAssessment a) =>
        [a.Truce.Id.Value, "", "", "", "", "", "", "", "", Texts.Words(a.Status), "", ""];

    private static ImmutableArray<string> Row(TruceAssessment a, AssessmentLine l) =>
    [
        a.Truce.Id.Value,
        $"{l.Act}\n{Texts.Words(l.Measure)}{(l.OutsideTerms ? ", outside the terms" : "")}{(l.Target is { } k ? $", on {Texts.Words(k)}" : "")}",
        l.AllegedActor.Value,
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
