namespace Holdfire.Queries;

/// <summary>The figures of the sentences, as they are shown in them.</summary>
/// <param name="Breaches">Of the first.</param>
/// <param name="Change">Of the second, and of those on course, harm and reporting.</param>
/// <param name="Unknown">Of the third.</param>
/// <param name="Obligations">Of the fourth.</param>
public sealed record AnswerFigures(BreachFigures Breaches, ChangeFigures Change, UnknownFigures Unknown, ObligationFigures Obligations)
{
    /// <summary>The sentences that they make.</summary>
    public AnswerSentences Sentences() => new(
        BreachSentence.Of(Breaches), ChangeSentence.Of(Change), UnknownSentence.Of(Unknown), ObligationSentence.Of(Obligations),
        CourseSentence.Of(Change), HarmSentence.Of(Change), ReportingSentence.Of(Change), WaysSentence.Of(Change), PlacesSentence.Of(Change));
}
