namespace Holdfire.CaseFormat;

/// <summary>A mapping; keys are texts and in the order of the file.</summary>
internal sealed record YamlMap(Spot At, OrderedDictionary<string, (Spot At, YamlItem Value)> Entries) : YamlItem(At);
