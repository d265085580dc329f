using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>A language of the pages: what stands around the answers, in its words.</summary>
/// <remarks>The catalogue is one file a language, <c>Site/Languages/*.json</c>: a key, and a text with <c>{places}</c> for what is put in.</remarks>
public sealed partial class SiteLanguage
{
    private readonly ImmutableDictionary<string, string> messages;

    private SiteLanguage(string code, string name, bool isRightToLeft)
    {
        (Code, Name, IsRightToLeft) = (code, name, isRightToLeft);
        using var stream = typeof(SiteLanguage).Assembly.GetManifestResourceStream($"language.{code}.json")!;
        messages = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToImmutableDictionary(StringComparer.Ordinal);
    }

    /// <summary>English, the language of the answers.</summary>
    public static SiteLanguage English { get; } = new("en", "English", false);

    /// <summary>All languages, in the order in which they are offered.</summary>
    public static ImmutableArray<SiteLanguage> All { get; } =
    [
        English, new("uk", "Українська", false), new("ru", "Русский", false), new("fr", "Français", false), new("es", "Español", false), new("ar", "العربية", true),
    ];

    /// <summary>Its code, as in BCP 47.</summary>
    public string Code { get; }

    /// <summary>Its name in itself.</summary>
    public string Name { get; }

    /// <summary>Whether it is written from right to left.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>Whether it is the language of the answers.</summary>
    public bool IsEnglish => Code == "en";

    /// <summary>The keys of its messages with their texts.</summary>
    public IEnumerable<KeyValuePair<string, string>> Messages => messages;

    /// <summary>The language of this code; null where there is none.</summary>
    public static SiteLanguage? Find(string code) => All.FirstOrDefault(l => l.Code == code);

    /// <summary>The first of these tags that there is, by its primary part; English where there is none.</summary>
    /// <param name="tags">Tags as in BCP 47, such as <c>uk-UA</c>, the best first.</param>
    public static SiteLanguage Best(IEnumerable<string> tags) =>
        tags.Select(t => Find(t.Split('-')[0].ToLowerInvariant())).FirstOrDefault(l => l is not null) ?? English;

    /// <summary>A message as a text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What is put into its places.</param>
    internal string Text(string key, params IEnumerable<(string Name, string Value)> values)
    {
        var given = values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        return Place.Replace(messages[key], m => given[m.Groups[1].Value]);
    }

    /// <summary>A message with elements in it. Text that is put in is set apart, since it may run in another direction.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What is put into its places.</param>
    internal object[] Say(string key, params IEnumerable<(string Name, object Value)> values)
    {
        var given = values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        return [.. Place.Split(messages[key]).Select((part, i) => i % 2 == 0 ? part : Set(given[part]))];
    }

    private object Set(object value) => value is string text && !IsEnglish ? Html.El("bdi", text) : value;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place { get; }
}
