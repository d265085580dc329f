using System.Globalization;
using System.Text.RegularExpressions;

namespace Holdfire.CaseFormat.Entries;

/// <summary>How messages name an entry of a record or of a bundle, and a line of a list in it.</summary>
internal static partial class EntryName
{
    /// <summary>An entry of a record.</summary>
    public static string Of(long index) => FormattableString.Invariant($"entry {index}");

    /// <summary>A line of a list in an entry; lines count from 1.</summary>
    public static string LineOf(string entry, string list, int number) => FormattableString.Invariant($"{entry}, {list} {number}");

    /// <summary>The index of the entry that a name is of, or whose line it is of; null where it is that of something else.</summary>
    public static long? IndexOf(string name) => Form().Match(name) is { Success: true } found
        && long.TryParse(found.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    [GeneratedRegex("^(?:entry |entries/)([0-9]{1,18})(?:\\.json)?(?:, |$)")]
    private static partial Regex Form();
}
