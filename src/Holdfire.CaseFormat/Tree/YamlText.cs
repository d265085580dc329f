namespace Holdfire.CaseFormat;

/// <summary>A scalar; null where nothing, <c>~</c> or <c>null</c> is written without quotes.</summary>
internal sealed record YamlText(Spot At, string Value, bool IsNull) : YamlItem(At);
