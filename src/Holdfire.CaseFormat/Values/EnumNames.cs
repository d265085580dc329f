using System.Collections.Immutable;
using System.Text;
using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.CaseFormat;

/// <summary>How the values of enumerations are written in case files: snake_case, but grades and some precisions by names of their own.</summary>
internal static class EnumNames
{
    /// <summary>The names of all values of an enumeration, in the order of the values.</summary>
    public static ImmutableArray<string> Of(Type enumeration)
    {
        var names = Enum.GetNames(enumeration);
        if (enumeration != typeof(ReliabilityGrade))
        {
            for (var index = 0; index < names.Length; index++)
            {
                names[index] = NameOf(enumeration, names[index]);
            }
        }

        return ImmutableArray.Create(names);
    }

    /// <summary>The index of a name, or −1. Case matters.</summary>
    public static int IndexOf(ImmutableArray<string> names, string text)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (string.Equals(names[index], text, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    private static string NameOf(Type enumeration, string name) => (enumeration == typeof(TimePrecision), name) switch
    {
        (true, nameof(TimePrecision.Hour)) => "about",
        (true, nameof(TimePrecision.PartOfDay)) => "night",
        _ => SnakeCase(name),
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
