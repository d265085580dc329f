using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Holdfire.CaseFormat;

/// <summary>Writes one map in YAML on one line.</summary>
internal sealed partial class FlowMap
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> members = [];

    /// <summary>Adds a text; one that says nothing is left out.</summary>
    public FlowMap Add(string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            members.Add($"{key}: {Quoted(text)}");
        }

        return this;
    }

    /// <summary>Adds a list of texts; an empty one is left out.</summary>
    public FlowMap Add(string key, IReadOnlyCollection<string> texts)
    {
        if (texts.Count > 0)
        {
            members.Add($"{key}: [{string.Join(", ", texts.Select(Quoted))}]");
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{{{string.Join(", ", members)}}}";

    // JSON's texts are texts of YAML, too.
    private static string Quoted(string text) => Plain().IsMatch(text) && text is not "null" ? text : JsonSerializer.Serialize(text, Relaxed);

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9 ._-]*[A-Za-z0-9._-])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
