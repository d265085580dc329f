using Holdfire.Answers;
using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>The answer on one truce: four sentences, the figures under them, and what they were made of.</summary>
/// <param name="Assessment">The assessment; its primary lines are "not held" where more was done than is tolerated.</param>
/// <param name="Breaches">What was done under the terms.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Sentences">The sentences.</param>
public sealed record AnsweredTruce(TruceAssessment Assessment, TruceBreaches Breaches, AnswerFigures Figures, AnswerSentences Sentences);
