using Holdfire.Assessment;
using Holdfire.CaseFormat;
using Holdfire.Findings;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>assess</c>: did the truce hold?</summary>
internal static class AssessQuery
{
    private const string Ask = "Events by day and standard of proof: --counts. All lines with their reasons: --format json.";

    private static readonly OptionInfo Truce = new("--truce", "ID", "one truce; all of them if left out");

    private static readonly OptionInfo Claimant = CommonOptions.Claimant("only lines of sources of this party; the sentences stay those of all");

    private static readonly OptionInfo Actor = CommonOptions.Actor("only lines on what this party is said to have done; the sentences stay those of all");

    private static readonly OptionInfo Source = CommonOptions.Source("only lines of this source; the sentences stay those of all");

    private static readonly OptionInfo Limits = new("--verdicts", "FILE", "a YAML file with limits of the verdicts (docs/method.md)")
    {
        Kind = OptionKind.File,
    };

    private static readonly OptionInfo Standard =
        RulesChoice.Standard("count only events of this standard of proof or better: alleged, disputed, corroborated or verified");

    private static readonly OptionInfo Counts = OptionInfo.Flag(
        "--counts", "fuse the reports and give events per day and standard of proof; in a table or CSV in place of the lines");

    private static readonly OptionInfo Units = OptionInfo.Flag(
        "--units", "give the counts of each line by night, day or week, before and during, for statistics elsewhere; in CSV in place of the lines");

    public static readonly QueryInfo Info = new()
    {
        Name = "assess",
        Page = "method.md",
        Help = "Did the truce hold? Breaches, change, what cannot be known and obligations in four sentences, then claimed rates per act, alleged actor and source; never pooled over sides.",
        Examples =
        [
            "assess --case cases/practice-line --truce T1",
            "assess --case cases/practice-line --counts --format csv",
            "assess --case cases/practice-line --units --format csv",
        ],
        Options = [Truce, Claimant, Actor, Source, CommonOptions.Zone, Limits, Standard, RulesChoice.Rules, Counts, Units, FusionChoice.Parameters],
        NotTaken =
        [
            new(["--area", "--near", "--from", "--to"], "a truce is assessed where and when it holds; --truce names it"),
        ],
        Conflicts = [.. ((OptionInfo[])[Claimant, Actor, Source]).Select(o => new OptionConflict(Counts, o, "events by day are of all sources; findings counts takes " + o.Name))],
        Bundleable = true,
        Run = Run,
    };

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var least = RulesChoice.StandardOf(arguments, Standard);
        var truce = arguments.Known(Truce, view.Known.Truces.Select(t => t.Id));
        var limits = LimitsOf(arguments);
        var (lines, zone) = (AssessLines.Of(arguments, view.Known, Actor), arguments.Zone(CommonOptions.Zone, view.Known));
        var byDay = arguments.Has(Counts);
        var rules = RulesChoice.Of(arguments);
        var proof = byDay || least is not null || arguments.Has(RulesChoice.Rules) || arguments.Has(FusionChoice.Parameters)
            ? EventsByStandard.Of(view, rules, FusionChoice.Fused(view, arguments, work).Result, truce, work) : null;
        var events = proof is null ? TruceEvents.Of(view, rules, FusionChoice.Of(view, arguments), truce, work)
            : new TruceEvents(proof.Findings, true, proof.Table.Version, proof.Parameters);
        var assessments = Assessor.Assess(
            least is { } standard ? proof!.AtLeast(view, standard) : view, new AssessmentOptions(truce) { Table = limits }, work);
        var all = TruceAnswers.Of(view, assessments, events.Findings, events.IsFused);
        var (answers, isPart) = (lines.Of(all), lines.IsPart);
        var answer = new AssessAnswer(view, limits, least, proof, events, answers, arguments.Has(Units));
        return new QueryResult(answer, () => byDay ? FindingTotals.Table([.. proof!.PerDay.SelectMany(c => c)], zone) : AssessTable.Of(answers))
        {
            Lead = () => [.. CrowdedAnswer.Notes(proof?.Crowded ?? []), .. byDay ? [] : answers.SelectMany(AssessNotes.Answer)],
            Notes = () => byDay ? [proof!.MadeBy] :
            [
                .. isPart ? [AssessLines.Note] : Array.Empty<string>(), .. Counted(least), .. AssessTable.Hidden(answers), .. answers.SelectMany(a => AssessNotes.First(a, zone)),
                .. answers.SelectMany(AssessNotes.LeftOut), .. AssessNotes.Pooled(answer.Pooled), .. AssessNotes.Wanted(answers), .. proof?.Notes ?? [Ask],
            ],
            Csv = byDay ? AssessCsv.Counts : arguments.Has(Units) ? AssessCsv.Units : AssessCsv.Lines,
        };
    }

    private static VerdictTable LimitsOf(QueryArguments arguments)
    {
        if (arguments.File(Limits) is not { } file)
        {
            return new VerdictTable();
        }

        var (table, errors) = VerdictLimits.Read(file.Name, file.Text);
        return table ?? throw QueryException.Of(errors);
    }

    private static IEnumerable<string> Counted(StandardOfProof? least) =>
        least is { } standard ? [$"Counted: events that are {Texts.Words(standard)} or better; other claims count as none."] : [];
}
