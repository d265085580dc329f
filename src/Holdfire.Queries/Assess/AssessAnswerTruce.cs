using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Findings;

namespace Holdfire.Queries;

/// <summary>The assessment of one truce.</summary>
/// <param name="Truce">The id of the truce.</param>
/// <param name="Status">Whether it was in force at all.</param>
/// <param name="Compliance">How well it is established that something was done against the terms; null where that was not looked at.</param>
/// <param name="FirstAllegedBreaches">For each bound party, then for claims that name nobody, the first that lies wholly within.</param>
/// <param name="Lines">One for each prohibition, act, alleged actor and source; never pooled.</param>
/// <param name="LeftOut">Reports about its time from which no line is made, each with the reason.</param>
/// <param name="Counts">Events per day and standard of proof; null where the reports were not fused.</param>
/// <param name="Units">With <c>--units</c> the counts of each line by unit, else null.</param>
/// <param name="Answer">The answer in four sentences.</param>
/// <param name="Figures">The figures of these sentences.</param>
public sealed record AssessAnswerTruce(
    string Truce, TruceStatus Status, Compliance? Compliance, AnswerSentences Answer, AnswerFigures Figures, ImmutableArray<AllegedBreachAnswer> FirstAllegedBreaches, ImmutableArray<AssessAnswerLine> Lines,
    ImmutableArray<LineLeftOutAnswer> LeftOut, ImmutableArray<FindingCountAnswer>? Counts, ImmutableArray<UnitAnswer>? Units)
{
    /// <summary>From an answer.</summary>
    public static AssessAnswerTruce Of(AnsweredTruce answer, IEnumerable<FindingCount>? counts, bool units) =>
        Of(answer, answer.Assessment, counts, units);

    private static AssessAnswerTruce Of(AnsweredTruce answer, TruceAssessment a, IEnumerable<FindingCount>? counts, bool units) => new(
        a.Truce.Id.Value, a.Status, a.Compliance, answer.Sentences, answer.Figures, [.. a.First.Select(AllegedBreachAnswer.Of)], [.. a.Lines.Select(AssessAnswerLine.Of)],
        [.. a.LeftOut.Select(LineLeftOutAnswer.Of)], counts is null ? null : [.. counts.Select(FindingCountAnswer.Of)],
        units ? [.. a.Lines.SelectMany(UnitAnswer.Of)] : null);
}
