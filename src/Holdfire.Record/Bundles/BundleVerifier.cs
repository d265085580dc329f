using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Record.Tlog;
using NSec.Cryptography;

namespace Holdfire.Record.Bundles;

/// <summary>Verifies a bundle offline, from its checkpoint down to each signature and content (docs/bundle-format.md).</summary>
/// <remarks>The figure is left to the caller. The first thing that is wrong ends it.</remarks>
public sealed class BundleVerifier
{
    private readonly List<BundleCheck> checks = [];
    private readonly OrderedDictionary<string, ReadOnlyMemory<byte>> files;
    private readonly BundleManifest manifest;
    private readonly BundleTrust trust;

    private BundleVerifier(ReadOnlyMemory<byte> zip, BundleTrust trust)
    {
        this.trust = trust;
        files = BundleZip.Read(zip);
        Ok("zip file", $"{files.Count} files with allowed names, within the limits");
        if (!files.TryGetValue(BundleFiles.Manifest, out var bytes))
        {
            throw Wrong(BundleFiles.Manifest, "expected this file, found none");
        }

        manifest = BundleManifest.Read(bytes);
    }

    /// <summary>Verifies all of a bundle but its figure.</summary>
    /// <param name="zip">The file.</param>
    /// <param name="trust">What the verifier has from elsewhere.</param>
    /// <param name="checks">What was checked, in order.</param>
    /// <exception cref="RecordException">It is wrong; the fault names the file of the bundle and what is wrong with it.</exception>
    public static BundleContents Verify(ReadOnlyMemory<byte> zip, BundleTrust trust, out ImmutableArray<BundleCheck> checks)
    {
        var verifier = new BundleVerifier(zip, trust);
        var contents = verifier.Run();
        checks = [.. verifier.checks];
        return contents;
    }

    private static RecordException Wrong(string where, string what) => new(new Fault(where, what));

    private void Ok(string check, string detail) => checks.Add(new BundleCheck(check, BundleResult.Ok, detail));

    private void NotChecked(string check, string detail) => checks.Add(new BundleCheck(check, BundleResult.NotChecked, detail));

    private BundleContents Run()
    {
        CheckFiles();
        Ok(BundleFiles.Manifest, $"for {manifest.Purpose}; the other files are those that it names");
        var (key, note, checkpoint) = CheckCheckpoint();
        var entries = ReadEntries();
        CheckTree(entries, key, note, checkpoint);
        CheckEarlier(entries, key, checkpoint);
        var ledger = CheckRules(entries);
        var disclosed = CheckContents(entries, ledger);
        if (manifest.Whole)
        {
            Ok("completeness", "the bundle holds every entry of the record at this checkpoint");
        }
        else
        {
            NotChecked(
                "completeness",
                "these entries are in the record; that no other one bears on the figure, changes one of these or revokes a key is not shown");
        }

        CheckReport(entries, ledger);
        return new BundleContents(
            manifest, entries, [.. Enumerable.Range(0, entries.Length).Select(i => ledger[i])], disclosed,
            files.GetValueOrDefault(BundleFiles.Figure));
    }

    private void CheckFiles()
    {
        var expected = new HashSet<string>(
            [BundleFiles.Manifest, BundleFiles.Checkpoint, BundleFiles.OperatorKey, BundleFiles.Witnesses, .. manifest.Files.Keys], StringComparer.Ordinal);
        if (manifest.Purpose.Command is not null)
        {
            expected.Add(BundleFiles.Figure);
        }

        foreach (var index in Indexes())
        {
            expected.Add(BundleFiles.Entry(index));
            if (!manifest.Whole)
            {
                expected.Add(BundleFiles.Proof(index));
            }
        }

        foreach (var name in expected.Where(name => !files.ContainsKey(name)))
        {
            throw Wrong(name, "expected this file, found none");
        }

        foreach (var (name, bytes) in files)
        {
            if (!expected.Contains(name))
            {
                throw Wrong(name, "expected no such file: bundle.json does not name it");
            }

            if (name != BundleFiles.Manifest && !BundleFiles.IsProven(name) && EntryBytes.HashOf(bytes.Span) != manifest.Files.GetValueOrDefault(name))
            {
                throw Wrong(name, "its SHA-256 is not the one in bundle.json");
            }
        }
    }

    // A size that no bundle can hold needs no longer list to be refused.
    private IEnumerable<long> Indexes() =>
        manifest.Entries ?? Enumerable.Range(0, (int)Math.Min(manifest.Size, BundleZip.MostFiles + 1)).Select(i => (long)i);

    private string Text(string file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(files[file].Span);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(file, "expected UTF-8, found other bytes");
        }
    }

    private static T Read<T>(Parsed<T> parsed, string file)
        where T : notnull => parsed.Is(out var value, out var fault) ? value : throw new RecordException(fault.Within(file));

    private (NoteVerifier Key, SignedNote Note, Checkpoint Checkpoint) CheckCheckpoint()
    {
        var line = Text(BundleFiles.OperatorKey);
        var key = Read(NoteVerifier.Parse(line.EndsWith('\n') ? line[..^1] : line), BundleFiles.OperatorKey);
        if (key.Kind != SignatureKind.Ed25519)
        {
            throw Wrong(BundleFiles.OperatorKey, "expected a key of type 1 (Ed25519)");
        }

        if (trust.OperatorKey is not { } trusted)
        {
            NotChecked("operator's key", "the operator's key is the bundle's own: compare it with one you got elsewhere");
        }
        else if (!trusted.Equals(key))
        {
            throw Wrong(BundleFiles.OperatorKey, $"expected the trusted key {trusted.ToVkey()}, found {key.ToVkey()}");
        }
        else
        {
            Ok("operator's key", $"{key.ToVkey()}, the trusted one");
        }

        var note = Read(SignedNote.Parse(files[BundleFiles.Checkpoint].Span), BundleFiles.Checkpoint);
        var checkpoint = Read(Checkpoint.Open(note, key), BundleFiles.Checkpoint);
        if (checkpoint.Origin != manifest.Origin || checkpoint.Size != manifest.Size)
        {
            throw Wrong(BundleFiles.Checkpoint, $"expected {manifest.Size} entries of {manifest.Origin}, found {checkpoint.Size} of {checkpoint.Origin}");
        }

        Ok("checkpoint", FormattableString.Invariant($"{checkpoint.Origin}, {checkpoint.Size} entries, signed by the operator"));
        CheckWitnesses(note);
        return (key, note, checkpoint);
    }

    private void CheckWitnesses(SignedNote note)
    {
        var count = 0;
        foreach (var line in Text(BundleFiles.Witnesses).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = Read(NoteVerifier.Parse(line), BundleFiles.Witnesses);
            foreach (var signature in note.Signatures.Where(key.IsOf))
            {
                if (!key.Verify(note.Text, signature))
                {
                    throw Wrong(BundleFiles.Checkpoint, $"the signature by {key} does not hold");
                }

                count++;
                Ok("witness", $"{key.Name} saw the checkpoint{(key.CosignedAt(signature) is { } at ? $" at {at}" : "")}; the key is the bundle's own");
            }
        }

        if (count == 0)
        {
            NotChecked("witness", "no witness that the bundle names has cosigned the checkpoint");
        }
    }

    private ImmutableArray<StoredEntry> ReadEntries()
    {
        var entries = ImmutableArray.CreateBuilder<StoredEntry>();
        foreach (var index in Indexes())
        {
            var name = BundleFiles.Entry(index);
            if (!EntryBytes.TryParse(files[name], out var entry, out var fault))
            {
                throw Wrong(name, fault);
            }

            entries.Add(new StoredEntry(index, MerkleHash.OfLeaf(files[name].Span), entry!));
        }

        Ok("entries", $"{entries.Count} in canonical form, each content with its hash");
        return entries.DrainToImmutable();
    }

    private void CheckTree(ImmutableArray<StoredEntry> entries, NoteVerifier key, SignedNote note, Checkpoint checkpoint)
    {
        if (manifest.Whole)
        {
            if (RootOf(entries, entries.Length) != checkpoint.Root)
            {
                throw Wrong("entries", "the root over all entries is not that of the checkpoint");
            }

            Ok("tree", "the root recomputed from all entries is that of the checkpoint");
            return;
        }

        var head = note.ToString();
        foreach (var entry in entries)
        {
            var name = BundleFiles.Proof(entry.Index);
            var proof = Read(TlogProof.Parse(Text(name)), name);
            if (proof.Index != entry.Index || proof.Extra is not null)
            {
                throw Wrong(name, FormattableString.Invariant($"expected index {entry.Index} without an extra line, found index {proof.Index}"));
            }

            if (proof.Checkpoint.ToString() != head)
            {
                throw Wrong(name, "expected the checkpoint of the bundle in it, found another");
            }

            if (!MerkleProof.VerifyInclusion(entry.Leaf, entry.Index, checkpoint.Size, proof.Inclusion, checkpoint.Root))
            {
                throw Wrong(BundleFiles.Entry(entry.Index), $"it is not under the checkpoint: {name} does not lead from it to the root");
            }
        }

        Ok("tree", $"{entries.Length} inclusion proofs lead to the root of the checkpoint");
    }

    private static MerkleHash RootOf(ImmutableArray<StoredEntry> entries, int size)
    {
        var frontier = new MerkleFrontier();
        foreach (var entry in entries.AsSpan(0, size))
        {
            frontier.Add(entry.Leaf);
        }

        return frontier.Root;
    }

    private void CheckEarlier(ImmutableArray<StoredEntry> entries, NoteVerifier key, Checkpoint checkpoint)
    {
        const string Where = "trusted checkpoint";
        if (trust.Checkpoint is not { } note)
        {
            NotChecked("earlier checkpoint", "not checked against an earlier checkpoint");
            return;
        }

        var earlier = Read(Checkpoint.Open(note, key), Where);
        if (earlier.Size > checkpoint.Size || (earlier.Size < checkpoint.Size && !manifest.Whole))
        {
            throw Wrong(Where, earlier.Size > checkpoint.Size
                ? $"it has {earlier.Size} entries and the bundle is of {checkpoint.Size}: only a later bundle or the record itself can be checked against it"
                : $"it is of another size, {earlier.Size}: only a bundle of the whole log or the record itself can be checked against it");
        }

        var root = earlier.Size == checkpoint.Size ? checkpoint.Root : RootOf(entries, (int)earlier.Size);
        if (root != earlier.Root)
        {
            throw Wrong(Where, $"the log forked: its first {earlier.Size} entries have another root");
        }

        Ok("earlier checkpoint", FormattableString.Invariant($"the log goes on from the trusted checkpoint of {earlier.Size} entries"));
    }

    private Ledger CheckRules(ImmutableArray<StoredEntry> entries)
    {
        var ledger = new Ledger();
        var counted = manifest.Whole ? "" : " (entries are counted as they stand in the bundle)";
        foreach (var (index, leaf, entry) in entries)
        {
            var fault = ledger.Take(entry, leaf, out var key) ??
                (EntrySignature.IsBy(entry, key!) ? null : $"its signature is not one of this entry by the key {entry.Key}");
            if (fault is not null)
            {
                throw Wrong(BundleFiles.Entry(index), fault + counted);
            }
        }

        if (ledger.Keys.Origin != manifest.Origin)
        {
            throw Wrong(BundleFiles.Entry(0), $"expected the record {manifest.Origin}, found {ledger.Keys.Origin}");
        }

        Ok("signatures", $"{entries.Length} entries, each by the key of its submitter, {ledger.Keys.Keys.Count()} keys");
        Ok("rules", $"keys, corrections and withdrawals by the order of the log{(manifest.Whole ? "" : ", as far as the entries are here")}");
        return ledger;
    }

    private ImmutableDictionary<string, ReadOnlyMemory<byte>> CheckContents(ImmutableArray<StoredEntry> entries, Ledger ledger)
    {
        var disclosed = ReadDisclosed(entries.Where(e => e.Entry.IsProtected).Select(e => e.Entry.ContentHash).ToHashSet(StringComparer.Ordinal));
        var attached = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++)
        {
            var (index, _, entry) = entries[i];
            if (entry.IsProtected && !disclosed.ContainsKey(entry.ContentHash))
            {
                NotChecked(
                    BundleFiles.Entry(index), $"its content is protected and not in the bundle{(ledger[i].ErasedBy >= 0 ? "; it was destroyed" : "")}");
            }
            else if (entry.Kind == EntryKind.Attachment)
            {
                CheckAttachment(entry, index, disclosed, attached);
            }
        }

        foreach (var name in files.Keys.Where(n => n.StartsWith("attachments/", StringComparison.Ordinal) && !attached.Contains(n)))
        {
            throw Wrong(name, "expected an entry in the bundle that holds this attachment, found none");
        }

        Ok("contents", $"{disclosed.Count} disclosed contents and {attached.Count} attachments have the hashes that the entries hold");
        return disclosed;
    }

    private ImmutableDictionary<string, ReadOnlyMemory<byte>> ReadDisclosed(HashSet<string> commitments)
    {
        var disclosed = ImmutableDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files.Where(f => f.Key.StartsWith("disclosed/", StringComparison.Ordinal)))
        {
            var content = ProtectedContent.Read(bytes, out var fault) ?? throw Wrong(name, fault);
            if (BundleFiles.Disclosed(content.Commitment) != name)
            {
                throw Wrong(name, $"expected the content of the commitment in its name, found that of {content.Commitment}");
            }

            if (!commitments.Contains(content.Commitment))
            {
                throw Wrong(name, "expected an entry in the bundle that holds this commitment, found none");
            }

            disclosed.Add(content.Commitment, content.Content);
        }

        return disclosed.ToImmutable();
    }

    private void CheckAttachment(Entry entry, long index, ImmutableDictionary<string, ReadOnlyMemory<byte>> disclosed, HashSet<string> attached)
    {
        var content = entry.Content ?? disclosed[entry.ContentHash];
        var hash = BundleContent.Text(content, "sha256") ?? throw Wrong(BundleFiles.Entry(index), "expected a text under 'sha256', found none");
        var name = BundleFiles.Attachment(hash);
        if (!files.TryGetValue(name, out var bytes))
        {
            NotChecked(BundleFiles.Entry(index), "the attachment itself is not in the bundle");
        }
        else if (Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != hash)
        {
            throw Wrong(name, "its SHA-256 is not its name");
        }
        else
        {
            attached.Add(name);
        }
    }

    private void CheckReport(ImmutableArray<StoredEntry> entries, Ledger ledger)
    {
        if (manifest.Purpose.Report is not { } id)
        {
            return;
        }

        var own = Enumerable.Range(0, entries.Length).Where(i => entries[i].Entry.Item is { Kind: EntryKind.Report, Id: var own } && own == id).ToArray();
        if (own.Length == 0)
        {
            throw Wrong(BundleFiles.Manifest, $"expected the report {id} among the entries, found none");
        }

        foreach (var i in own)
        {
            Ok("report", FormattableString.Invariant($"{id}: entry {entries[i].Index} {(ledger[i].Standing == Standing.Stands ? "stands, as far as the entries are here" : $"is {ledger[i].Standing.ToString().ToLowerInvariant()}")}"));
        }
    }
}
