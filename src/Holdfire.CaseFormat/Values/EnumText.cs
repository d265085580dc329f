using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.CaseFormat;

/// <summary>The names of an enumeration's values in case files: snake_case, but grades and precisions by their own names.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class EnumText<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByName =
        Enum.GetValues<T>().ToFrozenDictionary(NameOf, v => v, StringComparer.Ordinal);

    private static readonly FrozenDictionary<T, string> ByValue = ByName.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>All names, in the order of the values.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetValues<T>().Select(NameOf)];

    /// <summary>The value of a name. Case matters.</summary>
    public static bool TryParse(string text, out T value) => ByName.TryGetValue(text, out value);

    /// <summary>The name of a value.</summary>
    public static string Format(T value) => ByValue[value];

    private static string NameOf(T value) => value switch
    {
        ReliabilityGrade grade => grade.ToString(),
        TimePrecision.Hour => "about",
        TimePrecision.PartOfDay => "night",
        _ => SnakeCase(value.ToString()),
    };

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
