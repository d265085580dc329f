using Holdfire.Model;

namespace Holdfire.Talks.Deadlocks;

/// <summary>One change of one precondition.</summary>
/// <param name="Precondition">The precondition.</param>
/// <param name="Kind">What is done with it.</param>
public sealed record Change(Precondition Precondition, ChangeKind Kind);
