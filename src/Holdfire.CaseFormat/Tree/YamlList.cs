namespace Holdfire.CaseFormat;

/// <summary>A sequence.</summary>
internal sealed record YamlList(Spot At, List<YamlItem> Items) : YamlItem(At);
