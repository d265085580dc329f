using Holdfire.Talks.Deadlocks;

namespace Holdfire.Queries;

/// <summary>One change to a precondition.</summary>
/// <param name="Precondition">The id of the precondition.</param>
/// <param name="Change">Whether it is dropped or weakened.</param>
public sealed record ChangeAnswer(string Precondition, ChangeKind Change);
