using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What became of an entry.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Entry">The entry that says so.</param>
public sealed record OutcomeAnswer(OutcomeKind Outcome, TalksEntryAnswer Entry);
