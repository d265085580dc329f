using System.Text.Json;

namespace Holdfire.CaseFormat.Entries;

/// <summary>What a correction or a withdrawal says of when its source published it.</summary>
internal static class ChangeText
{
    /// <summary>The key.</summary>
    public const string Published = "published";

    /// <summary>What is expected under it. Every program that reads records says it in these words.</summary>
    public const string Expected = "an instant such as 2030-05-11T00:00Z";

    /// <summary>Whether it is an instant, or blank.</summary>
    public static bool IsPublished(JsonElement said) =>
        said.ValueKind == JsonValueKind.String && said.GetString()! is var text && (text.Length == 0 || InstantText.TryParse(text, out _));
}
