using Holdfire.Record.Log;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tests.Witnesses;
using Holdfire.Record.Tlog;
using Holdfire.Record.Verification;
using Holdfire.Record.Witnesses;
using NodaTime;

namespace Holdfire.Record.Tests.Verification;

/// <summary>Who has cosigned a record, and whether that is worth anything to whoever verifies it.</summary>
public sealed class WitnessCheckTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly NoteSigner key = NoteSigner.FromSeed("witness.example/a", SignatureKind.Cosignature, new byte[32]);
    private readonly NoteSigner other = NoteSigner.FromSeed("witness.example/b", SignatureKind.Cosignature, [.. Enumerable.Repeat((byte)7, 32)]);
    private readonly SetClock clock = new(Made.At);
    private EnteredRecord sample = null!;
    private long size;

    private string Record => sample.Folder;

    private VerifyOptions Trusting => new() { Witnesses = [key.Verifier] };

    public async ValueTask InitializeAsync()
    {
        sample = await EnteredRecord.Create();
        size = LogReader.Open(Record).Value.Size;
    }

    public ValueTask DisposeAsync()
    {
        sample.Dispose();
        key.Dispose();
        other.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Cosignature_StaysWhenTheRecordGrows_AndItsCheckpointIsTheBeginning()
    {
        Cosign(key);
        await Grow();
        await Grow();
        var verified = RecordVerifier.Verify(Record, Trusting);
        Assert.Empty(verified.Errors);
        Assert.Empty(verified.NotVouched);
        Assert.Empty(verified.Witnesses);
        Assert.Equal([new Cosigning(key.Verifier, size, Made.At, IsTrusted: true)], verified.Cosigned);
        Assert.Equal(size + 2, verified.Checkpoint!.Size);

        clock.Now += Duration.FromHours(1);
        Cosign(key);
        var again = RecordVerifier.Verify(Record, Trusting);
        Assert.Equal([new Cosigning(key.Verifier, size + 2, clock.Now, IsTrusted: true)], again.Cosigned);
        Assert.Equal(
            [$"cosigned/{size}", $"cosigned/{size + 2}", "cosigned/checkpoint"], CosignedCheckpoints.Read(Record).Select(c => c.Path));
    }

    [Fact]
    public async Task CosignatureThatSomeOtherProgramPutUnderTheCheckpoint_StaysToo()
    {
        var note = LogReader.Open(Record).Value.Note;
        File.WriteAllText(Path.Combine(Record, LogFolder.Checkpoint), note.With(key.Cosign(note.Text, Made.At)).ToString());
        await Grow();
        Assert.Equal(size, Assert.Single(RecordVerifier.Verify(Record, Trusting).Cosigned).Size);
    }

    [Fact]
    public async Task CosignatureThatComesAfterTheRecordGrew_IsKept()
    {
        var note = LogReader.Open(Record).Value.Note;
        await Grow();
        Assert.False(FolderWitness.Add(Record, note, [key.Cosign(note.Text, Made.At)]));
        Assert.True(FolderWitness.Add(Record, LogReader.Open(Record).Value.Note, [other.Cosign(LogReader.Open(Record).Value.Note.Text, Made.At)]));
        var verified = RecordVerifier.Verify(Record, new VerifyOptions { Witnesses = [key.Verifier, other.Verifier] });
        Assert.Empty(verified.Errors);
        Assert.Equal([size + 1, size], verified.Cosigned.Select(c => c.Size));
    }

    [Fact]
    public void WitnessThatTheRecordAloneNames_IsNotTrusted()
    {
        Name(key);
        Cosign(key);
        var verified = RecordVerifier.Verify(Record, new VerifyOptions());
        Assert.False(Assert.Single(verified.Cosigned).IsTrusted);
        Assert.Empty(verified.NotVouched);
        var stranger = RecordVerifier.Verify(Record, new VerifyOptions { Witnesses = [other.Verifier] });
        Assert.Contains("witness.example/b", Assert.Single(stranger.NotVouched).Where, StringComparison.Ordinal);
    }

    [Fact]
    public void StrippedCosignaturesAndEmptiedWitnesses_FailWhereAWitnessOrAPolicyIsGiven()
    {
        Name(key);
        Cosign(key);
        var given = Trusting with { Policy = PolicyOf("any") };
        Assert.Empty(RecordVerifier.Verify(Record, given).NotVouched);
        Directory.Delete(Path.Combine(Record, LogFolder.Cosigned), recursive: true);
        File.WriteAllText(Path.Combine(Record, LogFolder.Witnesses), "");
        var note = LogReader.Open(Record).Value.Note;
        File.WriteAllText(Path.Combine(Record, LogFolder.Checkpoint), (note with { Signatures = [note.Signatures[0]] }).ToString());
        var stripped = RecordVerifier.Verify(Record, given);
        Assert.Empty(stripped.Errors);
        Assert.Equal(["trusted witness", "policy"], stripped.NotVouched.Select(f => f.Where.Split([" witness.", ":"], StringSplitOptions.None)[0]));
        Assert.Empty(RecordVerifier.Verify(Record, new VerifyOptions()).Cosigned);
    }

    [Fact]
    public async Task TwoHalvesOfAForkAfterTheCosignature_AreNotVouchedForAtTheNewest()
    {
        Cosign(key);
        var newest = Trusting with { Policy = PolicyOf("any"), MustCoverNewest = true };
        Assert.Empty(RecordVerifier.Verify(Record, newest).NotVouched);
        await Grow();
        Assert.Empty(RecordVerifier.Verify(Record, Trusting).NotVouched);
        var half = RecordVerifier.Verify(Record, newest);
        Assert.Empty(half.Errors);
        Assert.Equal(size, half.TrustedSize);
        Assert.Equal(2, half.NotVouched.Length);
        Assert.All(half.NotVouched, f => Assert.Contains($"the last cosigned one at {size}", f.What, StringComparison.Ordinal));
        Cosign(key);
        Assert.Empty(RecordVerifier.Verify(Record, newest).NotVouched);
    }

    [Fact]
    public async Task Policy_IsMetAtTheLargestSizeThatItsQuorumCosigned()
    {
        Cosign(key);
        Assert.Equal(size, RecordVerifier.Verify(Record, new VerifyOptions { Policy = PolicyOf("any") }).Policy!.MetAt);
        var all = RecordVerifier.Verify(Record, new VerifyOptions { Policy = PolicyOf("all") });
        Assert.Null(all.Policy!.MetAt);
        Assert.Contains("quorum", Assert.Single(all.NotVouched).What, StringComparison.Ordinal);
        Cosign(other);
        await Grow();
        var met = RecordVerifier.Verify(Record, new VerifyOptions { Policy = PolicyOf("all") });
        Assert.Equal(size, met.Policy!.MetAt);
        Assert.NotNull(met.Policy.Missing);
        Assert.Empty(met.NotVouched);
    }

    [Fact]
    public void PolicyOfTheRecordItself_IsToldAndNotEnforced_AndAMalformedOneIsNamed()
    {
        File.WriteAllText(Path.Combine(Record, LogFolder.Policy), PolicyText("all"));
        var verified = RecordVerifier.Verify(Record, new VerifyOptions());
        Assert.Null(verified.OwnPolicy!.MetAt);
        Assert.Empty(verified.NotVouched);
        Assert.Empty(verified.Errors);
        File.WriteAllText(Path.Combine(Record, LogFolder.Policy), "quorum of friends\n");
        Assert.Contains(RecordVerifier.Verify(Record, new VerifyOptions()).Errors, f => f.Where.Contains("policy", StringComparison.Ordinal));
    }

    [Fact]
    public void RecordThatIsShorterThanACosignedOne_WasRolledBack()
    {
        Cosign(key);
        Sign(200, LogReader.Open(Record).Value.Root(200));
        Assert.Contains(RecordVerifier.Verify(Record, new VerifyOptions()).Errors, f => f.What.Contains("rolled back", StringComparison.Ordinal));
    }

    [Fact]
    public void CosignedCheckpointWithAnotherRoot_IsAFork()
    {
        var text = new Checkpoint(Made.Origin, 200, LogReader.Open(Record).Value.Root(199)).ToText();
        using var log = EnteredRecord.Operator;
        Directory.CreateDirectory(Path.Combine(Record, LogFolder.Cosigned));
        File.WriteAllText(Path.Combine(Record, LogFolder.Cosigned, "200"), $"{text}\n{log.Sign(text)}\n{key.Cosign(text, Made.At)}\n");
        Assert.Contains(RecordVerifier.Verify(Record, new VerifyOptions()).Errors, f => f.What.Contains("forked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("0200")]
    [InlineData("7")]
    public void FileAmongTheCosignedThatIsNone_IsNamed(string name)
    {
        Cosign(key);
        File.Copy(Path.Combine(Record, LogFolder.Checkpoint), Path.Combine(Record, LogFolder.Cosigned, name));
        Assert.Contains(RecordVerifier.Verify(Record, new VerifyOptions()).Errors, f => f.Where == $"cosigned/{name}");
    }

    [Fact]
    public async Task FolderInThePlaceOfACosignedCheckpoint_StopsNoWriter_AndIsNamed()
    {
        Cosign(key);
        var planted = Path.Combine(Record, LogFolder.Cosigned, $"{size}");
        File.Delete(planted);
        Directory.CreateDirectory(planted);
        await Grow();
        Assert.Equal(size + 1, LogReader.Open(Record).Value.Size);
        var verified = RecordVerifier.Verify(Record, Trusting);
        Assert.Contains(verified.Errors, f => f.Where == $"cosigned/{size}");
        Assert.Equal(size, Assert.Single(verified.Cosigned).Size);
    }

    [Fact]
    public async Task FileInThePlaceOfTheCosigned_StopsNoWriter_AndIsNamed()
    {
        Cosign(key);
        Directory.Delete(Path.Combine(Record, LogFolder.Cosigned), recursive: true);
        File.WriteAllText(Path.Combine(Record, LogFolder.Cosigned), "planted");
        await Grow();
        Assert.Equal(size + 1, LogReader.Open(Record).Value.Size);
        Assert.Contains(RecordVerifier.Verify(Record, Trusting).Errors, f => f.Where == LogFolder.Cosigned);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FileThatIsNoCheckpointOfTheOperator_GivesWayToTheCosignedOne(bool isSignedByAStranger)
    {
        var checkpoint = LogReader.Open(Record).Value.Checkpoint;
        var forged = (checkpoint with { Root = MerkleHash.OfEmptyTree }).ToText();
        using var stranger = NoteSigner.Generate(Made.Origin, SignatureKind.Ed25519);
        var planted = isSignedByAStranger ? $"{forged}\n{stranger.Sign(forged)}\n" : "garbage";
        Directory.CreateDirectory(Path.Combine(Record, LogFolder.Cosigned));
        File.WriteAllText(Path.Combine(Record, LogFolder.Cosigned, $"{size}"), planted);
        File.WriteAllText(Path.Combine(Record, LogFolder.Cosigned, LogFolder.Checkpoint), planted);
        Cosign(key);
        await Grow();
        var verified = RecordVerifier.Verify(Record, Trusting);
        Assert.Empty(verified.Errors);
        Assert.Equal(size, Assert.Single(verified.Cosigned).Size);
        Assert.All(CosignedCheckpoints.Read(Record), kept => Assert.True(kept.Note.Value.VerifiedBy(key.Verifier).Ok));
    }

    private void Cosign(NoteSigner by)
    {
        var witness = new Witness(folder[by.Verifier.Name.Replace('/', '-')], by, clock);
        using var log = EnteredRecord.Operator;
        witness.Trust(log.Verifier);
        Assert.Equal(WitnessStatus.Cosigned, FolderWitness.Cosign(witness, Record).Answer.Status);
    }

    private async Task Grow()
    {
        await using var writer = await EnteredRecord.Open(Record);
        await writer.AppendAsync(EnteredRecord.Report((int)(900 + LogReader.Open(Record).Value.Size)));
    }

    private void Name(NoteSigner witness) =>
        File.WriteAllText(Path.Combine(Record, LogFolder.Witnesses), witness.Verifier.ToVkey() + "\n");

    private void Sign(long of, MerkleHash root)
    {
        var text = new Checkpoint(Made.Origin, of, root).ToText();
        using var log = EnteredRecord.Operator;
        File.WriteAllText(Path.Combine(Record, LogFolder.Checkpoint), $"{text}\n{log.Sign(text)}\n");
    }

    private TlogPolicy PolicyOf(string needed) => TlogPolicy.Parse(PolicyText(needed)).Value;

    private string PolicyText(string needed)
    {
        using var log = EnteredRecord.Operator;
        return $"log {log.Verifier.ToVkey()}\nwitness a {key.Verifier.ToVkey()}\nwitness b {other.Verifier.ToVkey()}\n"
            + $"group both {needed} a b\nquorum both\n";
    }
}
