using System.Collections.Immutable;
using Holdfire.Record.Keys;
using Holdfire.Record.State;

namespace Holdfire.Record.Bundles;

/// <summary>A bundle whose entries were verified; its figure is for whoever knows the queries.</summary>
/// <param name="Manifest">What it is for and what it holds.</param>
/// <param name="Entries">Its entries in the order of the log.</param>
/// <param name="States">What became of each, at the same place; roots and changes are places in this list.</param>
/// <param name="Keys">The keys that its entries register.</param>
/// <param name="Disclosed">The contents of protected entries that it discloses, by commitment.</param>
/// <param name="Attachments">Its attachments and sets of parameters, by SHA-256.</param>
/// <param name="Figure">The answer that was published; empty for a report.</param>
public sealed record BundleContents(
    BundleManifest Manifest, ImmutableArray<StoredEntry> Entries, ImmutableArray<EntryState> States, KeyRing Keys,
    ImmutableDictionary<string, ReadOnlyMemory<byte>> Disclosed, ImmutableDictionary<string, ReadOnlyMemory<byte>> Attachments, ReadOnlyMemory<byte> Figure)
{
    /// <summary>How many protected contents that answers go by are not in it, though they are not destroyed.</summary>
    public int Withheld { get; init; }

    /// <summary>How many entries of it are sealed, so that nobody can tell from it whether answers would go by them.</summary>
    public int Sealed { get; init; }
}
