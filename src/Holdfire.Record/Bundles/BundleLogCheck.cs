using System.Collections.Immutable;
using System.Text;
using Holdfire.Record.State;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Bundles;

/// <summary>Checks the checkpoint of a bundle, who signed it, and that the entries are under it.</summary>
/// <param name="files">The files of the bundle.</param>
/// <param name="manifest">What it says that it holds.</param>
/// <param name="trust">What the verifier has from elsewhere.</param>
/// <param name="checks">Takes what was checked.</param>
internal sealed class BundleLogCheck(
    OrderedDictionary<string, ReadOnlyMemory<byte>> files, BundleManifest manifest, BundleTrust trust, BundleChecks checks)
{
    /// <summary>Checks that the entries are under a checkpoint that <see cref="CheckCheckpoint"/> gave.</summary>
    public void CheckEntries(ImmutableArray<StoredEntry> entries, (NoteVerifier Key, SignedNote Note, Checkpoint Checkpoint) signed)
    {
        CheckTree(entries, signed.Note, signed.Checkpoint);
        CheckEarlier(entries, signed.Key, signed.Checkpoint);
    }

    /// <summary>The operator's key, and the checkpoint that it signed.</summary>
    public (NoteVerifier Key, SignedNote Note, Checkpoint Checkpoint) CheckCheckpoint()
    {
        var line = Text(BundleFiles.OperatorKey);
        var key = Read(NoteVerifier.Parse(line.EndsWith('\n') ? line[..^1] : line), BundleFiles.OperatorKey);
        if (key.Kind != SignatureKind.Ed25519)
        {
            throw Wrong(BundleFiles.OperatorKey, "expected a key of type 1 (Ed25519)");
        }

        if (trust.OperatorKey is not { } trusted)
        {
            checks.NotChecked("operator's key", "the operator's key is the bundle's own: compare it with one you got elsewhere");
        }
        else if (!trusted.Equals(key))
        {
            throw Wrong(BundleFiles.OperatorKey, $"expected the trusted key {trusted.ToVkey()}, found {key.ToVkey()}");
        }
        else
        {
            checks.Ok("operator's key", $"{key.ToVkey()}, the trusted one");
        }

        var note = Read(SignedNote.Parse(files[BundleFiles.Checkpoint].Span), BundleFiles.Checkpoint);
        var checkpoint = Read(Checkpoint.Open(note, key), BundleFiles.Checkpoint);
        if (checkpoint.Origin != manifest.Origin || checkpoint.Size != manifest.Size)
        {
            throw Wrong(
                BundleFiles.Checkpoint,
                $"expected {manifest.Size} entries of {manifest.Origin}, found {checkpoint.Size} of {checkpoint.Origin}");
        }

        checks.Ok("checkpoint", FormattableString.Invariant($"{checkpoint.Origin}, {checkpoint.Size} entries, signed by the operator"));
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
                var when = key.CosignedAt(signature) is { } at ? $" at {at}" : "";
                checks.Ok("witness", $"{key.Name} saw the checkpoint{when}; the key is the bundle's own");
            }
        }

        if (count == 0)
        {
            checks.NotChecked("witness", "no witness that the bundle names has cosigned the checkpoint");
        }
    }

    private void CheckTree(ImmutableArray<StoredEntry> entries, SignedNote note, Checkpoint checkpoint)
    {
        if (manifest.Whole)
        {
            if (RootOf(entries, entries.Length) != checkpoint.Root)
            {
                throw Wrong("entries", "the root over all entries is not that of the checkpoint");
            }

            checks.Ok("tree", "the root recomputed from all entries is that of the checkpoint");
            return;
        }

        var head = note.ToString();
        foreach (var entry in entries)
        {
            var name = BundleFiles.Proof(entry.Index);
            var proof = Read(TlogProof.Parse(Text(name)), name);
            if (proof.Index != entry.Index || proof.Extra is not null)
            {
                throw Wrong(name, $"expected index {entry.Index} without an extra line, found index {proof.Index}");
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

        checks.Ok("tree", $"{entries.Length} inclusion proofs lead to the root of the checkpoint");
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
            checks.NotChecked("earlier checkpoint", "not checked against an earlier checkpoint");
            return;
        }

        var earlier = Read(Checkpoint.Open(note, key), Where);
        if (earlier.Size > checkpoint.Size || (earlier.Size < checkpoint.Size && !manifest.Whole))
        {
            var (found, fit) = earlier.Size > checkpoint.Size
                ? ($"it has {earlier.Size} entries and the bundle is of {checkpoint.Size}", "a later bundle")
                : ($"it is of another size, {earlier.Size}", "a bundle of the whole log");
            throw Wrong(Where, $"{found}: only {fit} or the record itself can be checked against it");
        }

        var root = earlier.Size == checkpoint.Size ? checkpoint.Root : RootOf(entries, (int)earlier.Size);
        if (root != earlier.Root)
        {
            throw Wrong(Where, $"the log forked: its first {earlier.Size} entries have another root");
        }

        checks.Ok("earlier checkpoint", $"the log goes on from the trusted checkpoint of {earlier.Size} entries");
    }

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

    private static RecordException Wrong(string where, string what) => BundleChecks.Wrong(where, what);
}
