using System.Collections.Immutable;

namespace Holdfire.Record.Tlog;

/// <summary>Hashes of a proof, one a line in base64, as proof files and requests to witnesses write them.</summary>
internal static class ProofLines
{
    public static Parsed<ImmutableArray<MerkleHash>> Parse(ReadOnlySpan<string> lines, string what, int firstLine)
    {
        if (lines.Length > MerkleProof.LongestProof)
        {
            return RecordError.Invalid(what, $"at most {MerkleProof.LongestProof} hashes", $"{lines.Length}");
        }

        var proof = ImmutableArray.CreateBuilder<MerkleHash>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!MerkleHash.Parse(lines[i]).Is(out var hash, out var error))
            {
                return error.Within($"{what}, line {firstLine + i}");
            }

            proof.Add(hash);
        }

        return proof.MoveToImmutable();
    }

    public static string Write(ImmutableArray<MerkleHash> proof) => string.Concat(proof.Select(h => $"{h}\n"));
}
