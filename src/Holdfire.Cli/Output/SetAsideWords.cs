using System.Collections.Immutable;
using Holdfire.Views;

namespace Holdfire.Cli.Output;

/// <summary>What a case is without, in words.</summary>
internal static class SetAsideWords
{
    private const int MostNamed = 5;

    /// <summary>One entry, who set it aside, and why.</summary>
    public static string Of(SetAsideEntry aside) =>
        $"{FormattableString.Invariant($"entry {aside.Entry}, {aside.Kind} {aside.Id}").TrimEnd()}{(aside.By == SetAsideBy.Registrar ? ", by the registrar" : "")}: {aside.Reason}";

    /// <summary>A line for each of the first few, and one that counts the others: whatever refers to an entry falls with it.</summary>
    public static IEnumerable<string> Lines(ImmutableArray<SetAsideEntry> aside) => aside.Take(MostNamed).Select(Of)
        .Concat(aside.Length > MostNamed ? [FormattableString.Invariant($"and {aside.Length - MostNamed} more; holdfire record log names each")] : []);
}
