using System.Collections.Immutable;
using System.Globalization;

namespace Holdfire.Record.Tlog;

/// <summary>That an entry is in a log, in one file that is checked offline (C2SP tlog-proof, extension <c>.tlog-proof</c>).</summary>
/// <param name="Index">The index of the entry, from 0.</param>
/// <param name="Inclusion">The inclusion proof, from the leaf up.</param>
/// <param name="Checkpoint">The checkpoint that it leads to, with the signatures of the log and of witnesses.</param>
public sealed record TlogProof(long Index, ImmutableArray<MerkleHash> Inclusion, SignedNote Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";

    /// <summary>Bytes for the application, which nothing vouches for; null where there are none.</summary>
    public ImmutableArray<byte>? Extra { get; init; }

    /// <summary>Reads a proof file.</summary>
    public static Parsed<TlogProof> Parse(string file)
    {
        if (file.Length > SignedNote.LongestNote)
        {
            return RecordError.Invalid("proof", $"at most {SignedNote.LongestNote} characters", $"{file.Length}");
        }

        // The first empty line ends the proof. The checkpoint after it has an empty line of its own.
        var divide = file.IndexOf("\n\n", StringComparison.Ordinal);
        if (divide < 0)
        {
            return RecordError.Invalid("proof", "an empty line before the checkpoint", "none");
        }

        var lines = file[..divide].Split('\n');
        var next = 0;
        if (lines[next++] != Header)
        {
            return RecordError.Invalid("proof, line 1", Header, $"'{ShownText.Of(lines[0])}'");
        }

        ImmutableArray<byte>? extra = null;
        if (next < lines.Length && lines[next].StartsWith("extra ", StringComparison.Ordinal))
        {
            if (Base64.Decode(lines[next++]["extra ".Length..]) is not { } bytes)
            {
                return RecordError.Invalid("proof, line 2", "base64 after 'extra'", "");
            }

            extra = [.. bytes];
        }

        if (next >= lines.Length || !lines[next].StartsWith("index ", StringComparison.Ordinal)
            || CanonicalDecimal.Parse(lines[next].AsSpan("index ".Length)) is not { } index)
        {
            return RecordError.Invalid($"proof, line {next + 1}", "'index' and a decimal number", "");
        }

        next++;
        if (!ProofLines.Parse(lines.AsSpan(next), "proof", next + 1).Is(out var inclusion, out var error)
            || !SignedNote.Parse(file[(divide + 2)..]).Is(out var checkpoint, out error))
        {
            return error;
        }

        return new TlogProof(index, inclusion, checkpoint) { Extra = extra };
    }

    /// <summary>The entry's log state, if the proof holds: the log signed the checkpoint, and the leaf is under its root.</summary>
    /// <remarks>C2SP tlog-proof, "Verification". Cosignatures are a matter of a <see cref="TlogPolicy"/>.</remarks>
    public Parsed<Checkpoint> Verify(MerkleHash leaf, NoteVerifier log)
    {
        if (!Tlog.Checkpoint.Open(Checkpoint, log).Is(out var checkpoint, out var error))
        {
            return error.Within("proof");
        }

        return MerkleProof.VerifyInclusion(leaf, Index, checkpoint.Size, Inclusion, checkpoint.Root)
            ? checkpoint
            : RecordError.Invalid(
                "proof", "", $"the hashes do not lead from the entry at index {Index} to the root of the checkpoint of size {checkpoint.Size}");
    }

    /// <summary>The file.</summary>
    public override string ToString()
    {
        var extra = Extra is { } bytes ? $"extra {Convert.ToBase64String(bytes.AsSpan())}\n" : "";
        return $"{Header}\n{extra}index {Index.ToString(CultureInfo.InvariantCulture)}\n{ProofLines.Write(Inclusion)}\n{Checkpoint}";
    }
}
