namespace Holdfire.Queries;

/// <summary>The answer on a truce in four sentences. Every number in them is among the figures beside them.</summary>
/// <param name="Breaches">What was done under the terms, by whom as alleged, and how well that is established.</param>
/// <param name="Change">Whether violence fell, by how much and over what.</param>
/// <param name="Unknown">What cannot be known from these data, and what would settle it.</param>
/// <param name="Obligations">What the truce asks, and what became of it.</param>
public sealed record AnswerSentences(string Breaches, string Change, string Unknown, string Obligations);
