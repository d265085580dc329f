namespace Holdfire.Fusion;

/// <summary>A link that a report or a person states, by row numbers; the first adds no evidence to the second unless pinned.</summary>
internal readonly record struct StatedLink(int From, int To, LinkKind Kind);
