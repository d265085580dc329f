using System.Collections.Immutable;
using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>The lines of an assessment that say something, as rows.</summary>
internal static class AssessTable
{
    /// <summary>Lines on the terms that say something; the others are counted below.</summary>
    public static AnswerTable Of(IEnumerable<AnsweredTruce> answers) => new(
        ["truce", "act", "by", "source", "before", "during", "ratio, 95 %", "watched", "rate"],
        [.. answers.SelectMany(a => a.Assessment.Lines.Where(IsShown).Select(l => Row(a.Assessment, l)))]);

    /// <summary>How many lines are not in the table.</summary>
    public static IEnumerable<string> Hidden(IEnumerable<AnsweredTruce> answers)
    {
        var lines = answers.SelectMany(a => a.Assessment.Lines).ToList();
        var (shown, outside) = (lines.Count(IsShown), lines.Count(l => l.OutsideTerms));
        if (shown < lines.Count)
        {
            yield return FormattableString.Invariant($"Of {lines.Count} lines {shown} say something and are shown; {outside} are on acts outside the terms. --format csv has all.");
        }
    }

    private static bool IsShown(AssessmentLine line) => !line.OutsideTerms && line.RateVerdict is not (null or Verdict.CannotSay);

    private static ImmutableArray<string> Row(TruceAssessment a, AssessmentLine l) =>
    [
        a.Truce.Id.Value,
        $"{l.Act} {Texts.Words(l.Measure)}{(l.Target is { } k ? $", on {k.Value.Replace('_', ' ')}" : "")}{(l.IsPrimary ? "\n(named before looking)" : "")}",
        l.AllegedActor?.Value ?? "either side",
        l.Source.Value,
        Texts.Of(l.Baseline, l.RatePer),
        Texts.Of(l.During, l.RatePer),
        Texts.Of(l.Ratio),
        $"{Texts.Hours(l.Coverage.Yes)} of {Texts.Hours(l.Coverage.Yes + l.Coverage.No + l.Coverage.Unknown)} h",
        Texts.Words(l.RateVerdict!.Value),
    ];
}
