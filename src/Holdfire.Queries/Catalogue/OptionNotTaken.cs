using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>Common options that a query has not, and why: who gives one of them is told.</summary>
/// <param name="Options">Their names.</param>
/// <param name="Reason">Why not, and what to ask instead; a clause without a full stop.</param>
public sealed record OptionNotTaken(ImmutableArray<string> Options, string Reason);
