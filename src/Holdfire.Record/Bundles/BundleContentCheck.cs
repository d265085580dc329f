using System.Collections.Immutable;
using System.Security.Cryptography;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.Record.Bundles;

/// <summary>Checks what lies beside the entries of a bundle: disclosed contents, attachments and sets of parameters.</summary>
/// <param name="files">The files of the bundle.</param>
/// <param name="checks">Takes what was checked.</param>
internal sealed class BundleContentCheck(OrderedDictionary<string, ReadOnlyMemory<byte>> files, BundleChecks checks)
{
    /// <summary>Checks all of it; gives the disclosed contents by commitment, and the attachments by hash.</summary>
    public (ImmutableDictionary<string, ReadOnlyMemory<byte>> Disclosed, ImmutableDictionary<string, ReadOnlyMemory<byte>> Attached) Run(
        ImmutableArray<StoredEntry> entries, Ledger ledger)
    {
        var disclosed = ReadDisclosed(entries, ledger);
        var attached = ImmutableDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++)
        {
            var (index, _, entry) = entries[i];
            if (entry.IsSealed)
            {
                continue;
            }

            if (entry.IsProtected && (!disclosed.ContainsKey(entry.ContentHash) || ledger[i].ErasedBy >= 0))
            {
                var destroyed = ledger[i].ErasedBy >= 0 ? "; it was destroyed" : "";
                checks.NotChecked(BundleFiles.Entry(index), $"its content is protected and not in the bundle{destroyed}");
            }
            else if (EntryKinds.NamesAFile(entry.Kind))
            {
                CheckAttachment(entry, index, disclosed, attached);
            }
        }

        foreach (var name in files.Keys.Where(n => n.StartsWith("attachments/", StringComparison.Ordinal) && !attached.ContainsKey(n["attachments/".Length..])))
        {
            throw Wrong(name, "an entry in the bundle that holds this attachment", "none");
        }

        checks.Ok("contents", $"{disclosed.Count} disclosed contents and {attached.Count} attachments have the hashes that the entries hold");
        return (disclosed, attached.ToImmutable());
    }

    private ImmutableDictionary<string, ReadOnlyMemory<byte>> ReadDisclosed(ImmutableArray<StoredEntry> entries, Ledger ledger)
    {
        // By commitment: the place of the first entry with it, whose the content is, and all of them.
        var commitments = Enumerable.Range(0, entries.Length).Where(i => entries[i].Entry.IsProtected)
            .ToLookup(i => entries[i].Entry.ContentHash, StringComparer.Ordinal);
        var disclosed = ImmutableDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files.Where(f => f.Key.StartsWith("disclosed/", StringComparison.Ordinal)))
        {
            var content = ProtectedContent.Read(bytes, out var error) ?? throw new RecordException(error!.At(name));
            if (BundleFiles.Disclosed(content.Commitment) != name)
            {
                throw Wrong(name, "the content of the commitment in its name", $"that of {content.Commitment}");
            }

            if (!commitments.Contains(content.Commitment))
            {
                throw Wrong(name, "an entry in the bundle that holds this commitment", "none");
            }

            if (commitments[content.Commitment].First() is var first && ledger[first].ErasedBy is >= 0 and var by)
            {
                throw Wrong(name, FormattableString.Invariant($"no content of entry {entries[first].Index}, which entry {entries[(int)by].Index} says is destroyed"), "erased content in it");
            }

            if (!commitments[content.Commitment].All(i => content.IsOf(entries[i].Entry)))
            {
                throw Wrong(name, "the record and the key of the entry with this commitment", "others");
            }

            disclosed.Add(content.Commitment, content.Content);
        }

        return disclosed.ToImmutable();
    }

    private void CheckAttachment(
        Entry entry, long index, ImmutableDictionary<string, ReadOnlyMemory<byte>> disclosed, ImmutableDictionary<string, ReadOnlyMemory<byte>>.Builder attached)
    {
        var content = entry.Content ?? disclosed[entry.ContentHash];
        var hash = BundleContent.Text(content, "sha256")
            ?? throw Wrong(BundleFiles.Entry(index), "a text under 'sha256'", "none");
        var name = BundleFiles.Attachment(hash);
        if (!files.TryGetValue(name, out var bytes))
        {
            checks.NotChecked(BundleFiles.Entry(index), "the attachment itself is not in the bundle");
        }
        else if (Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != hash)
        {
            throw Wrong(name, "", "its SHA-256 is not its name");
        }
        else
        {
            attached[hash] = bytes;
        }
    }

    private static RecordException Wrong(string where, string expected, string found) => BundleChecks.Wrong(where, expected, found);
}
