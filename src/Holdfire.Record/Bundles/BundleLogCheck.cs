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
        var seen = CheckEarlier(entries, signed.Key, signed.Checkpoint) is { } later ? [signed.Note, later] : new[] { signed.Note };
        CheckWitnesses(seen);
        CheckPolicy(seen);
    }

    /// <summary>The operator's key, and the checkpoint that it signed.</summary>
    public (NoteVerifier Key, SignedNote Note, Checkpoint Checkpoint) CheckCheckpoint()
    {
        var line = Text(BundleFiles.OperatorKey);
        var key = Read(NoteVerifier.Parse(line.EndsWith('\n') ? line[..^1] : line), BundleFiles.OperatorKey);
        if (key.Kind != SignatureKind.Ed25519)
        {
            throw Wrong(BundleFiles.OperatorKey, "a key of type 1 (Ed25519)", "");
        }

        if (trust.OperatorKey is not { } trusted)
        {
            checks.NotChecked("operator's key", "the operator's key is the bundle's own: compare it with one you got elsewhere");
        }
        else if (!trusted.Equals(key))
        {
            throw Wrong(BundleFiles.OperatorKey, $"the trusted key {trusted.ToVkey()}", $"{key.ToVkey()}");
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
                $"{manifest.Size} entries of {manifest.Origin}", $"{checkpoint.Size} of {checkpoint.Origin}");
        }

        checks.Ok("checkpoint", FormattableString.Invariant($"{checkpoint.Origin}, {checkpoint.Size} entries, signed by the operator"));
        return (key, note, checkpoint);
    }

    // Of the notes the first is the bundle's own; another is of a record that goes on from it, so who saw that saw this too.
    private void CheckWitnesses(SignedNote[] notes)
    {
        var own = Text(BundleFiles.Witnesses).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Read(NoteVerifier.Parse(line), BundleFiles.Witnesses));
        var named = trust.Policy?.Witnesses.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Value) ?? [];
        var trusted = trust.Witnesses.Concat(named).ToHashSet();
        var found = false;
        foreach (var key in trusted.Concat(own).Distinct())
        {
            var times = notes.SelectMany(note => TimesOf(key, note)).Distinct().ToArray();
            var isAskedFor = trust.Witnesses.Contains(key);
            found |= times.Length > 0 || isAskedFor;
            foreach (var time in times)
            {
                if (trusted.Contains(key))
                {
                    checks.Ok("witness", $"{key.Name} saw the checkpoint{time}; a witness that you trust");
                }
                else
                {
                    checks.NotChecked("witness", $"{key.Name} saw the checkpoint{time}, it is said; unknown key: anyone could have made it");
                }
            }

            // Of a policy's witnesses not each must have cosigned: the quorum decides.
            if (isAskedFor && times.Length == 0)
            {
                checks.NotMet("witness", $"expected a cosignature by the trusted witness {key}, found none");
            }
        }

        if (!found)
        {
            checks.NotChecked("witness", "no witness that you or the bundle name has cosigned the checkpoint");
        }
    }

    private static IEnumerable<string> TimesOf(NoteVerifier key, SignedNote note) => note.Signatures.Where(key.IsOf).Select(signature =>
        !key.Verify(note.Text, signature) ? throw Wrong(BundleFiles.Checkpoint, "", $"the signature by {key} does not hold")
        : key.CosignedAt(signature) is { } at ? $" at {at}" : "");

    private void CheckPolicy(SignedNote[] notes)
    {
        if (trust.Policy is not { } policy)
        {
            return;
        }

        if (notes.Any(n => policy.Open(n).Ok))
        {
            checks.Ok("policy", $"the quorum '{policy.Quorum}' has cosigned the checkpoint");
        }
        else
        {
            checks.NotMet("policy", policy.Open(notes[0]).Error!.ToString());
        }
    }

    private void CheckTree(ImmutableArray<StoredEntry> entries, SignedNote note, Checkpoint checkpoint)
    {
        if (manifest.Whole)
        {
            if (RootOf(entries, entries.Length) != checkpoint.Root)
            {
                throw Wrong("entries", "", "the root over all entries is not that of the checkpoint");
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
                throw Wrong(name, $"index {entry.Index} without an extra line", $"index {proof.Index}");
            }

            if (proof.Checkpoint.ToString() != head)
            {
                throw Wrong(name, "the checkpoint of the bundle in it", "another");
            }

            if (!MerkleProof.VerifyInclusion(entry.Leaf, entry.Index, checkpoint.Size, proof.Inclusion, checkpoint.Root))
            {
                throw Wrong(BundleFiles.Entry(entry.Index), "", $"it is not under the checkpoint: {name} does not lead from it to the root");
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

    /// <summary>The trusted checkpoint, where it is shown to go on from the bundle's; null where it is older, not shown or not given.</summary>
    private SignedNote? CheckEarlier(ImmutableArray<StoredEntry> entries, NoteVerifier key, Checkpoint checkpoint)
    {
        const string Where = "trusted checkpoint";
        if (trust.Checkpoint is not { } note)
        {
            checks.NotChecked("earlier checkpoint", "not checked against an earlier checkpoint");
            return null;
        }

        var other = Read(Checkpoint.Open(note, key), Where);
        if (other.Size > checkpoint.Size)
        {
            return IsShown(Where, "this checkpoint is newer than the bundle", checkpoint, other) ? note : null;
        }

        if (other.Size < checkpoint.Size && !manifest.Whole)
        {
            IsShown(Where, "this checkpoint is older than the bundle, which does not hold every entry", other, checkpoint);
            return null;
        }

        var root = other.Size == checkpoint.Size ? checkpoint.Root : RootOf(entries, (int)other.Size);
        if (root != other.Root)
        {
            throw Wrong(Where, "", $"the log forked: its first {other.Size} entries have another root");
        }

        checks.Ok("earlier checkpoint", $"the log goes on from the trusted checkpoint of {other.Size} entries");
        return other.Size == checkpoint.Size ? note : null;
    }

    // A proof that does not fit may be of other sizes, so it shows nothing; but of a log that forked there is none that fits.
    private bool IsShown(string where, string what, Checkpoint older, Checkpoint newer)
    {
        if (trust.Consistency is not { } proof)
        {
            checks.NotMet(where, FormattableString.Invariant(
                $"{what}: give --consistency FILE (made by 'holdfire record prove DIR --since {older.Size} --until {newer.Size}') to compare them"));
            return false;
        }

        if (!MerkleProof.VerifyConsistency(older.Size, older.Root, newer.Size, newer.Root, proof))
        {
            checks.NotMet(where, FormattableString.Invariant(
                $"the consistency proof does not lead from {older.Size} to {newer.Size} entries: the log forked, or it is another proof"));
            return false;
        }

        checks.Ok(where, FormattableString.Invariant($"the consistency proof leads from {older.Size} to {newer.Size} entries"));
        return true;
    }

    private string Text(string file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(files[file].Span);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong(file, "UTF-8", "other bytes");
        }
    }

    private static T Read<T>(Parsed<T> parsed, string file)
        where T : notnull => parsed.Is(out var value, out var error) ? value : throw new RecordException(error.Within(file));

    private static RecordException Wrong(string where, string expected, string found) => BundleChecks.Wrong(where, expected, found);
}
