using System.Collections.Immutable;

namespace Holdfire.CaseFormat;

/// <summary>The names of an enumeration's values in case files.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class EnumText<T>
    where T : struct, Enum
{
    // No dictionary and no query here: the runtime would compile one for each enumeration each time a program starts,
    // which took longer than reading a case.
    private static readonly T[] Values = Enum.GetValues<T>();

    /// <summary>All names, in the order of the values.</summary>
    public static ImmutableArray<string> Names { get; } = EnumNames.Of(typeof(T));

    /// <summary>The value of a name. Case matters.</summary>
    public static bool TryParse(string text, out T value)
    {
        var index = EnumNames.IndexOf(Names, text);
        value = index < 0 ? default : Values[index];
        return index >= 0;
    }

    /// <summary>The name of a value.</summary>
    public static string Format(T value)
    {
        for (var index = 0; index < Values.Length; index++)
        {
            if (EqualityComparer<T>.Default.Equals(Values[index], value))
            {
                return Names[index];
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "The enumeration has no such value.");
    }
}
