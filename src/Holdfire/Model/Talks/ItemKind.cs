namespace Holdfire.Model;

/// <summary>A kind of item.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name as printed.</param>
/// <param name="Definition">What falls under it, in one sentence.</param>
public sealed record ItemKind(ItemKindCode Code, string Label, string Definition);
