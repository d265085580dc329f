using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.CaseFormat;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>report</c>: all that a case comes to, in one document.</summary>
internal static class ReportQuery
{
    private static readonly OptionInfo Issued = new("--issued", "DATE", "the date of issue on each page, such as 2030-05-08; a report reads no clock");

    private static readonly OptionInfo Marking = new("--tlp", "COLOUR", "how far it may be passed on, after the Traffic Light Protocol, on each page: clear, green, amber, amber+strict or red");

    private static readonly ImmutableArray<string> Colours = ["clear", "green", "amber", "amber+strict", "red"];

    public static readonly QueryInfo Info = new()
    {
        Name = "report",
        Page = "report.md",
        Help = "The case as one document: a summary on a page, truces, claims, audit, assessment, findings, statements, method and gaps.",
        Examples =
        [
            "report --case cases/practice-line --out report.html",
            "report --case cases/practice-line --out report.html --annex annex.html --issued 2031-04-01 --tlp amber",
        ],
        Options = [RulesChoice.Rules, FusionChoice.Parameters, CommonOptions.Now, Issued, Marking],
        NotTaken =
        [
            new(["--claimant", "--actor", "--source", "--area", "--near", "--from", "--to"], "a report is of the whole case; what is left out of one would be missed by whoever reads it alone"),
            new(["--tz"], "a report prints times in the zone of the case, and in UTC"),
        ],
        Bundleable = true,
        Run = Run,
    };

    private static readonly CsvShape Csv = new("truces",
    [
        "^case", "truce", "status", "compliance", "breaches=answer.breaches", "change=answer.change", "unknown=answer.unknown", "obligations=answer.obligations", "^now", "^issued", "^marking",
        "^parameters", "rules_version=^rules",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var rules = RulesChoice.Of(arguments);
        var now = arguments.Text(CommonOptions.Now) is { } text ? QueryArguments.ReadInstant(arguments.NameOf(CommonOptions.Now), text) : view.Coordinates.KnownBy;
        var (issued, marking) = (arguments.Date(Issued), MarkingOf(arguments));
        var events = EventsByStandard.Of(view, rules, FusionChoice.Fused(view, arguments, work).Result, null, work);
        var answers = TruceAnswers.Of(view, Assessor.Assess(view, new AssessmentOptions(), work), events.Findings, fused: true);
        var (claims, harm) = (Auditor.Audit(view), Auditor.AuditHarm(view));
        var answer = new ReportAnswer(new ReportContent(view, answers, [.. claims, .. harm], events, now), claims, harm)
        {
            Issued = issued is { } date ? CivilText.Format(date) : null,
            Marking = marking,
        };
        return new QueryResult(answer, () => Table(answers))
        {
            Lead = () => answers.SelectMany(AssessNotes.Answer),
            Notes = () =>
            [
                FormattableString.Invariant($"{claims.Length + harm.Length} numbers in statements were audited; {events.Findings.Length} findings on {events.Findings.Select(f => f.Subject.Id).Distinct().Count()} events."), events.MadeBy,
            ],
            Csv = Csv,
            Nothing = "This case has no truce yet.",
        };
    }

    private static AnswerTable Table(ImmutableArray<AnsweredTruce> answers) => new(
        ["truce", "name", "status", "breaches"],
        [.. answers.Select(a => (ImmutableArray<string>)[a.Assessment.Truce.Id.Value, a.Assessment.Truce.Name, Texts.Words(a.Assessment.Status), a.Assessment.Compliance is { } c ? Texts.Words(c) : "not looked at"])]);

    private static string? MarkingOf(QueryArguments arguments) => arguments.Text(Marking) switch
    {
        null => null,
        { } colour when Colours.Contains(colour) => $"TLP:{colour.ToUpperInvariant()}",
        var text => throw new QueryException(QueryErrorCodes.UnknownValue, arguments.NameOf(Marking), Texts.OneOf(Colours), $"'{text}'"),
    };
}
