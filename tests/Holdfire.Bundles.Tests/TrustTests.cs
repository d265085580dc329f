using System.Text;
using System.Text.Json;
using Holdfire.Record.Bundles;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Bundles.Tests;

/// <summary>What a verifier has from elsewhere: both verifiers hold a bundle against it, and neither takes the bundle's own word.</summary>
public sealed class TrustTests(RiverRecord record) : IClassFixture<RiverRecord>
{
    private const string Report = "--whole --report R1";
    private const string Part = "--part -- counts --side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13 --by day";

    [Fact]
    public void WitnessThatTheBundleAloneNames_IsCalledUnknown() =>
        Check(record.Bundle(Report), [], 0, "witness", "unknown key: anyone could have made it");

    [Fact]
    public void TrustedWitness_MustHaveCosigned()
    {
        using var witness = SampleKeys.Witness;
        using var stranger = SampleKeys.Signer("witness.example/north", SignatureKind.Cosignature, 78);
        var (bundle, key) = (record.Bundle(Report), witness.Verifier.ToVkey());
        Check(bundle, ["--trusted-witness", key], 0, "witness", "a witness that you trust");
        Check(bundle, ["--trusted-witness", Path.Combine(record.Folder, "witnesses")], 0, "witness", "a witness that you trust");
        Check(bundle, ["--trusted-witness", key, "--trusted-witness", stranger.Verifier.ToVkey()], 9, "witness", "witness.example/north");

        // The operator takes the cosignature away, or the key.
        var open = OpenBundle.Of(record.Bundle(Report));
        var note = SignedNote.Parse(open[BundleFiles.Checkpoint]).Value;
        var stripped = open.With(BundleFiles.Checkpoint, (note with { Signatures = [note.Signatures[0]] }).ToBytes()).Resealed().Zip();
        var unnamed = open.With(BundleFiles.Witnesses, []).Resealed().Zip();
        Check(stripped, [], 0, "witness", "no witness that you or the bundle name");
        Check(stripped, ["--trusted-witness", key], 9, "witness", "expected a cosignature by the trusted witness");
        Check(unnamed, ["--trusted-witness", key], 0, "witness", "a witness that you trust");
    }

    [Fact]
    public void Policy_IsEnforced()
    {
        using var witness = SampleKeys.Witness;
        using var stranger = SampleKeys.Signer("witness.example/north", SignatureKind.Cosignature, 78);
        var path = Path.Combine(record.Folder, "..", "policy");
        var keys = $"log {File.ReadAllText(Path.Combine(record.Folder, "log.vkey"))}witness s {witness.Verifier.ToVkey()}\nwitness n {stranger.Verifier.ToVkey()}\n";
        File.WriteAllText(path, keys + "quorum s\n");
        string[] given = ["--policy", path];
        Check(record.Bundle(Report), given, 0, "policy", "the quorum 's' has cosigned the checkpoint");
        Check(record.Bundle(Report), given, 0, "witness", "a witness that you trust");
        File.WriteAllText(path, keys + "group both all s n\nquorum both\n");
        Check(record.Bundle(Report), given, 9, "policy", "expected cosignatures for the quorum both, found s");
        File.WriteAllText(path, keys + "# either will do\n\ngroup one any s n\nquorum\tone\n");
        Check(record.Bundle(Report), [.. given, "--trusted-witness", witness.Verifier.ToVkey()], 0, "policy", "the quorum 'one'");
        Check(record.Bundle(Report), [.. given, "--trusted-witness", stranger.Verifier.ToVkey()], 9, "witness", "expected a cosignature by the trusted witness");
        File.WriteAllText(path, $"log {stranger.Verifier.ToVkey()}\nquorum none\n");
        Assert.Equal(2, record.Verify(record.Bundle(Report), given).ExitCode);
        Assert.Equal(2, JavaScriptVerifier.Verify(given, [record.Bundle(Report)])[0].Code);
        using var other = SampleKeys.Signer("records.example/other", SignatureKind.Ed25519, 79);
        File.WriteAllText(path, $"log {other.Verifier.ToVkey()}\nquorum none\n");
        Check(record.Bundle(Report), given, 9, "policy", "expected an origin that the policy names");
    }

    [Theory]
    [InlineData("")]
    [InlineData("quorum s\n")]
    [InlineData("WITNESS\nquorum none\nquorum none\n")]
    [InlineData("WITNESS\nWITNESS\nquorum none\n")]
    [InlineData("WITNESS\ngroup g 0 s\nquorum g\n")]
    [InlineData("WITNESS\ngroup g 2 s\nquorum g\n")]
    [InlineData("WITNESS\ngroup g constructor s\nquorum g\n")]
    [InlineData("WITNESS\ngroup g 1 s x\nquorum g\n")]
    [InlineData("WITNESS\ngroup g 1 s\ngroup h 1 s\nquorum g\n")]
    [InlineData("WITNESS\ngroup none 1 s\nquorum none\n")]
    [InlineData("witness s x\nquorum none\n")]
    [InlineData("trust me\nquorum none\n")]
    [InlineData("quorum none\u0000\n")]
    public void Policy_ThatCannotBeRead_IsRefusedByBoth(string policy)
    {
        using var witness = SampleKeys.Witness;
        var path = Path.Combine(record.Folder, "..", "wrong.policy");
        File.WriteAllText(path, policy.Replace("WITNESS", $"witness s {witness.Verifier.ToVkey()}", StringComparison.Ordinal));
        var bundle = record.Bundle(Report);
        Assert.Equal(2, record.Verify(bundle, "--policy", path).ExitCode);
        Assert.Equal(2, JavaScriptVerifier.Verify(["--policy", path], [bundle])[0].Code);
    }

    [Fact]
    public async Task NewerCheckpoint_IsComparedByAProof_AndTheBundleIsNotCalledAltered()
    {
        var size = record.Log.Size;
        var newer = await Grown("newer", changed: false);
        var checkpoint = Path.Combine(newer.Folder, "checkpoint");
        var proof = Write("newer.proof", newer.ProveConsistency(size));
        var short1 = Write("short.proof", newer.ProveConsistency(size - 1));
        using var witness = SampleKeys.Witness;
        File.WriteAllText(checkpoint, newer.Note.With(witness.Cosign(newer.Note.Text, RiverRecord.At)).ToString());
        var open = OpenBundle.Of(record.Bundle(Report));
        var note = SignedNote.Parse(open[BundleFiles.Checkpoint]).Value;
        var bundle = open.With(BundleFiles.Checkpoint, (note with { Signatures = [note.Signatures[0]] }).ToBytes()).Resealed().Zip();
        string[] given = ["--trusted-checkpoint", checkpoint];

        Check(bundle, given, 9, "trusted checkpoint", $"this checkpoint is newer than the bundle: give --consistency FILE (made by 'holdfire record prove DIR --since {size} --until {size + 1}')");
        Check(bundle, [.. given, "--consistency", proof], 0, "trusted checkpoint", $"leads from {size} to {size + 1} entries");
        Check(bundle, [.. given, "--consistency", short1], 9, "trusted checkpoint", "does not lead");

        // Who saw the newer one saw this one too.
        Check(bundle, [.. given, "--consistency", proof, "--trusted-witness", witness.Verifier.ToVkey()], 0, "witness", "a witness that you trust");
        Check(bundle, [.. given, "--trusted-witness", witness.Verifier.ToVkey()], 9, "witness", "expected a cosignature");

        var forked = await Grown("forked", changed: true);
        string[] other = ["--trusted-checkpoint", Path.Combine(forked.Folder, "checkpoint"), "--consistency", Write("fork.proof", forked.ProveConsistency(size))];
        Check(bundle, other, 9, "trusted checkpoint", "the log forked, or it is another proof");
    }

    [Fact]
    public void OlderCheckpoint_OfABundleWithSomeEntries_IsComparedByAProof()
    {
        var bundle = record.Bundle(Part);
        string[] given = ["--trusted-checkpoint", record.WriteEarlierCheckpoint(20, honest: true)];
        Check(bundle, given, 9, "trusted checkpoint", "this checkpoint is older than the bundle");
        Check(bundle, [.. given, "--consistency", Write("older.proof", record.Log.ProveConsistency(20))], 7, "trusted checkpoint", $"leads from 20 to {record.Log.Size} entries");
    }

    [Fact]
    public void ConsistencyProofs_OfManySizes_HoldForTheSecondVerifierToo()
    {
        var log = record.Log;
        var bundle = record.Bundle(Part);
        foreach (var size in new[] { 1, 2, 3, 4, 7, 8, 16, 17, 31, 32, 33, (int)log.Size - 1 })
        {
            var proof = Write($"{size}.proof", log.ProveConsistency(size));
            string[] options = ["--trusted-checkpoint", record.WriteEarlierCheckpoint(size, honest: true), "--consistency", proof];
            Assert.Equal(7, JavaScriptVerifier.Verify(options, [bundle])[0].Code);
        }
    }

    private void Check(byte[] bundle, string[] options, int expected, string check, string detail)
    {
        var (code, output, error) = record.Verify(bundle, options);
        Assert.True(code == expected, $"{code}: {output}{error}");
        var rows = JsonDocument.Parse(output).RootElement.GetProperty("checks").EnumerateArray()
            .Select(c => (Check: c.GetProperty("check").GetString(), Result: c.GetProperty("result").GetString()!.Replace('_', ' '), Detail: c.GetProperty("detail").GetString())).ToArray();
        Assert.Contains(rows, r => r.Check == check && r.Detail!.Contains(detail, StringComparison.Ordinal));
        var answer = JavaScriptVerifier.Verify(options, [bundle])[0];
        Assert.Equal(expected, answer.Code);

        // They say how they recompute a figure in words of their own.
        Assert.Equal(
            rows.Where(r => r.Check != "figure").Select(r => $"{r.Check}: {r.Result}: {r.Detail}"),
            answer.Rows.Where(r => r.Check != "figure").Select(r => $"{r.Check}: {r.Result}: {r.Detail}"));
    }

    // The record as it is one entry later, or as one that differs in its last entry as well.
    private async Task<LogReader> Grown(string name, bool changed)
    {
        var folder = Path.Combine(record.Folder, "..", name);
        var entries = record.Log.Entries().Select(e => e.Bytes).ToArray();
        if (changed)
        {
            entries[^1] = "another"u8.ToArray();
        }

        using var key = SampleKeys.Operator;
        await using (var log = RecordLog.Create(folder, key))
        {
            await log.AppendManyAsync([.. entries, "one more"u8.ToArray()]);
        }

        return LogReader.Open(folder).OrThrow();
    }

    private string Write(string name, IEnumerable<MerkleHash> proof)
    {
        var path = Path.Combine(record.Folder, "..", name);
        File.WriteAllText(path, string.Concat(proof.Select(h => h + "\n")), new UTF8Encoding(false));
        return path;
    }
}
