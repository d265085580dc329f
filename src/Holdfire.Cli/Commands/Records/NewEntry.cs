using Holdfire.Record.Entries;
using Holdfire.Record.Protection;

namespace Holdfire.Cli.Commands.Records;

/// <summary>An entry that is to be appended.</summary>
/// <param name="Entry">The entry; of what is sealed, the one that commits to it.</param>
/// <param name="Sealed">What is sealed; null where everybody may see the entry.</param>
internal sealed record NewEntry(Entry Entry, SealedEntry? Sealed = null)
{
    /// <summary>What is to be said of it: the entry, or what is sealed.</summary>
    public Entry Told => Sealed?.Entry ?? Entry;

    /// <summary>One that is sealed.</summary>
    public static NewEntry Of(SealedEntry @sealed) => new(@sealed.Committed, @sealed);
}
