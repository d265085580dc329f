using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.State;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tlog;
using Holdfire.Record.Verification;

namespace Holdfire.Record.Tests.Verification;

/// <summary>An operator who breaks the rules, with a log that is otherwise whole, is found out.</summary>
public sealed class ForgeryTests
{
    [Fact]
    public async Task Verify_ForgedSignature_IsNamed()
    {
        var entry = EnteredRecord.Report(900);
        var text = Encoding.UTF8.GetString(entry.Bytes.Span);
        var forged = text.Replace(
            Convert.ToBase64String(entry.Signature.Span), Convert.ToBase64String(EnteredRecord.Report(901).Signature.Span), StringComparison.Ordinal);
        await Find(Encoding.UTF8.GetBytes(forged), "expected a signature by clerk's key");
    }

    [Fact]
    public Task Verify_ReplayedEntry_IsNamed() => Find(EnteredRecord.Report(5).Bytes, "expected a new entry, found entry 8 again");

    [Fact]
    public Task Verify_EntryByARevokedKeyWithAnEarlyTime_IsNamed() => Find(
        EnteredRecord.Lost.Sign(Made.Origin, EntryKind.Report, EnteredRecord.Report(900).Content!.Value, Made.At - NodaTime.Duration.FromDays(700)).Bytes,
        "revoked by entry 307");

    [Fact]
    public Task Verify_EntryOfAnotherRecord_IsNamed() => Find(
        EnteredRecord.Clerk.Sign("other.example/x", EntryKind.Report, EnteredRecord.Report(900).Content!.Value, Made.At).Bytes, "for the record record.example/harvest");

    [Fact]
    public Task Verify_BytesThatAreNoEntry_AreNamed() => Find("not an entry"u8.ToArray(), "expected JSON");

    [Fact]
    public Task Verify_CorrectionBySomeoneElse_IsNamed() => Find(
        EnteredRecord.Correction(EnteredRecord.Registrar, EnteredRecord.Report(7), "R7").Bytes, "expected its submitter, clerk");

    [Fact]
    public async Task Verify_RolledBackRecord_IsFoundWithAnEarlierCheckpointAndSaidWithout()
    {
        using var sample = await EnteredRecord.Create();
        var note = SignedNote.Parse(File.ReadAllBytes(Path.Combine(sample.Folder, LogFolder.Checkpoint))).Value;
        using var other = await EnteredRecord.Create();
        Truncate(other.Folder, 200);
        var alone = RecordVerifier.Verify(other.Folder, new VerifyOptions());
        Assert.False(alone.AgainstEarlier);
        var errors = RecordVerifier.Verify(other.Folder, new VerifyOptions(Earlier: note)).Errors;
        Assert.Contains(errors, f => f.What.Contains("rolled back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_ForkedRecord_IsFoundWithAnEarlierCheckpoint()
    {
        using var sample = await EnteredRecord.Create();
        var note = SignedNote.Parse(File.ReadAllBytes(Path.Combine(sample.Folder, LogFolder.Checkpoint))).Value;

        // Another salt, so that the two differ from the first protected entry on.
        using var fork = await EnteredRecord.Create();
        await using (var writer = await EnteredRecord.Open(fork.Folder))
        {
            await writer.AppendAsync(EnteredRecord.Report(900));
        }

        Assert.Empty(RecordVerifier.Verify(fork.Folder, new VerifyOptions()).Errors);
        Assert.Contains(
            RecordVerifier.Verify(fork.Folder, new VerifyOptions(Earlier: note)).Errors, f => f.What.Contains("forked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_GrownRecord_HoldsAgainstAnEarlierCheckpoint()
    {
        using var sample = await EnteredRecord.Create();
        var note = SignedNote.Parse(File.ReadAllBytes(Path.Combine(sample.Folder, LogFolder.Checkpoint))).Value;
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await writer.AppendAsync(EnteredRecord.Report(900));
        }

        Assert.Empty(RecordVerifier.Verify(sample.Folder, new VerifyOptions(Earlier: note)).Errors);
    }

    [Fact]
    public async Task Verify_SignatureByAKeyThatTheRecordDoesNotName_IsToldAndNoError()
    {
        using var sample = await EnteredRecord.Create();
        var path = Path.Combine(sample.Folder, LogFolder.Checkpoint);
        var note = SignedNote.Parse(File.ReadAllBytes(path)).Value;
        using var stranger = NoteSigner.FromSeed("witness.example/x", SignatureKind.Cosignature, new byte[32]);
        File.AppendAllText(path, stranger.Cosign(note.Text, Made.At) + "\n");
        var verified = RecordVerifier.Verify(sample.Folder, new VerifyOptions());
        Assert.Empty(verified.Errors);
        Assert.Equal(["witness.example/x"], verified.Unnamed);
        File.WriteAllText(Path.Combine(sample.Folder, LogFolder.Witnesses), stranger.Verifier.ToVkey() + "\n");
        Assert.Equal([("witness.example/x", Made.At)], RecordVerifier.Verify(sample.Folder, new VerifyOptions()).Witnesses);
    }

    [Fact]
    public async Task Verify_AnotherOperatorsKey_IsNamed()
    {
        using var sample = await EnteredRecord.Create();
        using var other = NoteSigner.FromSeed(Made.Origin, SignatureKind.Ed25519, new byte[32]);
        Assert.NotEmpty(RecordVerifier.Verify(sample.Folder, new VerifyOptions(other.Verifier)).Errors);
    }

    private static void Truncate(string folder, long size)
    {
        // What an operator would do: sign a checkpoint over the first entries again.
        var root = LogReader.Open(folder).Value.Root(size);
        var text = new Checkpoint(Made.Origin, size, root).ToText();
        using var key = EnteredRecord.Operator;
        File.WriteAllText(Path.Combine(folder, LogFolder.Checkpoint), $"{text}\n{key.Sign(text)}\n");
    }

    private static async Task Find(ReadOnlyMemory<byte> entry, string error)
    {
        using var sample = await EnteredRecord.Create();
        using var key = EnteredRecord.Operator;
        using var folder = new TemporaryFolder();
        var memory = new LedgerMemory(folder.Root);
        RecordReader.Open(sample.Folder, memory).OrThrow();
        long index;
        await using (var log = RecordLog.Open(sample.Folder, key))
        {
            index = (await log.AppendAsync(entry)).Index;
        }

        // Those who open it for an answer are told too, whatever was checked of the record before.
        foreach (var known in new[] { new LedgerMemory(null), memory })
        {
            var refused = RecordReader.Open(sample.Folder, known);
            Assert.True(!refused.Is(out _, out var touched) && touched.IsTouched);
            Assert.Contains(FormattableString.Invariant($"entry {index}: "), touched.ToString(), StringComparison.Ordinal);
            Assert.Contains(error, touched.ToString(), StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<RecordException>(() => EnteredRecord.Open(sample.Folder));
        var found = Assert.Single(RecordVerifier.Verify(sample.Folder, new VerifyOptions()).Errors);
        Assert.Equal(FormattableString.Invariant($"entry {index}"), found.Where);
        Assert.Contains(error, found.What, StringComparison.Ordinal);
    }
}
