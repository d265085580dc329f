namespace Holdfire.Sources.Files;

/// <summary>A sequence.</summary>
internal sealed record YamlList(Spot At, List<YamlItem> Items) : YamlItem(At);
