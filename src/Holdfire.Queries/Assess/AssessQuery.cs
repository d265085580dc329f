using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.CaseFormat;
using Holdfire.Findings;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>assess</c>: did the truce hold?</summary>
internal static class AssessQuery
{
    private const string Ask = "Events by day and standard of proof: --counts (the reports are fused for that).";

    private static readonly OptionInfo Truce = new("--truce", "ID", "one truce; all of them if left out");

    private static readonly OptionInfo Limits = new("--verdicts", "FILE", "a YAML file with limits of the verdicts (docs/method.md)")
    {
        Kind = OptionKind.File,
    };

    private static readonly OptionInfo Standard =
        RulesChoice.Standard("count only events of this standard of proof or better: alleged, disputed, corroborated or verified");

    private static readonly OptionInfo Counts = OptionInfo.Flag(
        "--counts", "fuse the reports and give events per day and standard of proof; in a table or CSV in place of the lines");

    public static readonly QueryInfo Info = new()
    {
        Name = "assess",
        Help = "Did the truce hold? Claimed rates before, during and after, per act, alleged actor and source; never pooled over sides.",
        Examples =
        [
            "assess --case cases/practice-line --truce T1",
            "assess --case cases/practice-line --counts --format csv",
        ],
        Options = [Truce, Limits, Standard, RulesChoice.Rules, Counts, FusionChoice.Parameters],
        Bundleable = true,
        Run = Run,
    };

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var least = RulesChoice.StandardOf(arguments, Standard);
        var truce = arguments.Known(Truce, view.Known.Truces.Select(t => t.Id));
        var limits = LimitsOf(arguments);
        var byDay = arguments.Has(Counts);
        var asksForProof = byDay || least is not null || arguments.Has(RulesChoice.Rules) || arguments.Has(FusionChoice.Parameters);
        var proof = asksForProof
            ? EventsByStandard.Of(view, RulesChoice.Of(arguments), FusionChoice.Of(view, arguments), truce, work) : null;
        var assessments = Assessor.Assess(
            least is { } standard ? proof!.AtLeast(view, standard) : view, new AssessmentOptions(truce) { Table = limits }, work);
        return new QueryResult(
            new AssessAnswer(view, limits, least, proof, assessments),
            () => byDay ? FindingTotals.Table(proof!.PerDay.SelectMany(c => c)) : Table(assessments))
        {
            Notes = () => byDay ? [proof!.MadeBy] : [.. Counted(least), .. assessments.SelectMany(AssessNotes.Of), .. proof?.Notes ?? [Ask]],
            Csv = byDay ? AssessCsv.Counts : AssessCsv.Lines,
        };
    }

    private static VerdictTable LimitsOf(QueryArguments arguments)
    {
        if (arguments.File(Limits) is not { } file)
        {
            return new VerdictTable();
        }

        var (table, faults) = VerdictLimits.Read(file.Name, file.Text);
        return table ?? throw QueryException.Of(faults);
    }

    private static IEnumerable<string> Counted(StandardOfProof? least) =>
        least is { } standard ? [$"Counted: events that are {Texts.Words(standard)} or better; other claims count as none."] : [];

    private static AnswerTable Table(ImmutableArray<TruceAssessment> assessments) => new(
        ["truce", "act", "source", "before, per day", "during", "after", "ratio, 95 %", "covered", "verdict", "if quiet", "if as before"],
        [.. assessments.SelectMany(a => a.Lines.IsEmpty ? [Empty(a)] : a.Lines.Select(l => Row(a, l)))]);

    private static ImmutableArray<string> Empty(TruceAssessment a) =>
        [a.Truce.Id.Value, "", "", "", "", "", "", "", Texts.Words(a.Status), "", ""];

    private static ImmutableArray<string> Row(TruceAssessment a, AssessmentLine l) =>
    [
        a.Truce.Id.Value,
        $"{l.Act}\n{Texts.Words(l.Measure)}{(l.OutsideTerms ? ", outside the terms" : "")}{(l.Target is { } k ? $", on {Texts.Words(k)}" : "")}\nby {l.AllegedActor?.Value ?? "either side"}",
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
