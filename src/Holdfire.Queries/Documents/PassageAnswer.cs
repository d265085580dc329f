namespace Holdfire.Queries;

/// <summary>Whether one statement stands in the text of its document.</summary>
/// <param name="Statement">The id of the statement.</param>
/// <param name="Stands">Whether its passage stands where the case says.</param>
/// <param name="Passage">The passage; null where it does not stand there.</param>
public sealed record PassageAnswer(string Statement, bool Stands, string? Passage);
