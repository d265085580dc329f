namespace Holdfire.Queries;

/// <summary>Something that the terms of a truce leave open.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Text">What is left open, in words.</param>
public sealed record TermNoteAnswer(string Rule, string Text);
