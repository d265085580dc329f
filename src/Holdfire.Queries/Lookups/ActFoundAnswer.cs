using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>A code that a look-up of acts found.</summary>
/// <param name="Kind"><c>act</c> or <c>target</c>.</param>
/// <param name="Code">The code, to be written in a case.</param>
/// <param name="Name">What it is called in answers.</param>
/// <param name="Within">The act that holds it; null for the topmost and for targets.</param>
/// <param name="OtherLists">What other lists call it, such as <c>acled: Battles &gt; Armed clash</c>.</param>
public sealed record ActFoundAnswer(string Kind, string Code, string Name, string? Within, ImmutableArray<string> OtherLists);
