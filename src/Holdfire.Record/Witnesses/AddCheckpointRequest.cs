using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Witnesses;

/// <summary>What a log asks of a witness: the body of <c>add-checkpoint</c> (C2SP tlog-witness).</summary>
/// <param name="OldSize">The size that the witness cosigned last, as the log believes; 0 where it never did.</param>
/// <param name="Proof">The consistency proof from there (RFC 6962, section 2.1.2).</param>
/// <param name="Checkpoint">The checkpoint to cosign.</param>
public sealed record AddCheckpointRequest(long OldSize, ImmutableArray<MerkleHash> Proof, SignedNote Checkpoint)
{
    private const string Old = "old ";

    /// <summary>Reads a body.</summary>
    public static Parsed<AddCheckpointRequest> Parse(string body)
    {
        if (body.Length > SignedNote.LongestNote)
        {
            return RecordError.Invalid("request", $"at most {SignedNote.LongestNote} characters", $"{body.Length}");
        }

        var divide = body.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = divide < 0 ? [] : body[..divide].Split('\n');
        if (lines.Length == 0 || !lines[0].StartsWith(Old, StringComparison.Ordinal)
            || CanonicalDecimal.Parse(lines[0].AsSpan(Old.Length)) is not { } oldSize)
        {
            return RecordError.Invalid("request, line 1", "'old' and a decimal size, then a proof, an empty line and a checkpoint", "");
        }

        if (!ProofLines.Parse(lines.AsSpan(1), "request", 2).Is(out var proof, out var error)
            || !SignedNote.Parse(body[(divide + 2)..]).Is(out var checkpoint, out error))
        {
            return error;
        }

        return new AddCheckpointRequest(oldSize, proof, checkpoint);
    }

    /// <summary>The body.</summary>
    public override string ToString() =>
        $"{Old}{OldSize.ToString(CultureInfo.InvariantCulture)}\n{ProofLines.Write(Proof)}\n{Checkpoint}";
}
