using System.Collections.Immutable;
using Holdfire.Acts;

namespace Holdfire.Queries;

/// <summary>Something that a truce does not forbid.</summary>
/// <param name="Act">The act; null where it is not about one act.</param>
/// <param name="Target">The kind of target; null for any.</param>
/// <param name="Areas">The codes of the areas; empty for everywhere.</param>
/// <param name="Text">The exception in words.</param>
public sealed record ExceptionAnswer(string? Act, TargetKind? Target, ImmutableArray<string> Areas, string Text);
