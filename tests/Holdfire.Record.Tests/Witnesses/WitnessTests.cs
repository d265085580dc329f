using System.Collections.Immutable;
using Holdfire.Record.Log;
using Holdfire.Record.Tests.Log;
using Holdfire.Record.Tests.Tlog;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;
using NodaTime;

namespace Holdfire.Record.Tests.Witnesses;

public sealed class WitnessTests : IDisposable
{
    private const string Origin = "example.org/record";
    private static readonly ListNodes Tree = ListNodes.Of(20);
    private readonly TemporaryFolder folder = new();
    private readonly NoteSigner log = NoteSigner.Generate(Origin, SignatureKind.Ed25519);
    private readonly NoteSigner key = NoteSigner.Generate("witness.example", SignatureKind.Cosignature);
    private readonly SetClock clock = new(Instant.FromUtc(2025, 5, 9, 0, 0));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        log.Dispose();
        key.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Checkpoints_ThatGoOnFromEachOther_AreCosigned()
    {
        var witness = Start();
        foreach (var (old, size) in new[] { (0, 0), (0, 3), (3, 3), (3, 8), (8, 20) })
        {
            var request = Request(old, size);
            var answer = witness.Cosign(request);
            Assert.Equal(WitnessStatus.Cosigned, answer.Status);
            Assert.True(key.Verifier.Verify(request.Checkpoint.Text, answer.Cosignature!));
            Assert.Equal(clock.GetCurrentInstant(), key.Verifier.CosignedAt(answer.Cosignature!));
            Assert.Equal($"{answer.Cosignature}\n", answer.Body);
            Assert.Equal(request.Checkpoint.With(answer.Cosignature!).ToString(), witness.Last(Origin)!.ToString());
            clock.Now += Duration.FromSeconds(1);
        }
    }

    // The cases of C2SP tlog-witness, "add-checkpoint", in its order.
    [Fact]
    public void Request_ThatMustBeRefused_GetsItsStatus()
    {
        var witness = Start();
        Assert.Equal(WitnessStatus.Cosigned, witness.Cosign(Request(0, 8)).Status);
        using var stranger = NoteSigner.Generate(Origin, SignatureKind.Ed25519);
        using var elsewhere = NoteSigner.Generate("example.org/other", SignatureKind.Ed25519);
        var good = Request(8, 20);
        Refused(witness, WitnessStatus.UnknownLog, Request(0, 3, signer: elsewhere));
        Refused(witness, WitnessStatus.NotSigned, Request(8, 20, signer: stranger));
        var other = good.Checkpoint with { Text = good.Checkpoint.Text.Replace("20\n", "19\n", StringComparison.Ordinal) };
        Refused(witness, WitnessStatus.NotSigned, good with { Checkpoint = other });
        Refused(witness, WitnessStatus.Malformed, Request(8, 3) with { Proof = [] });
        Refused(witness, WitnessStatus.OtherSize, Request(3, 20));
        Refused(witness, WitnessStatus.OtherSize, Request(0, 20));
        Refused(witness, WitnessStatus.Inconsistent, good with { Proof = good.Proof.RemoveAt(0) });
        Refused(witness, WitnessStatus.Inconsistent, Request(8, 20, root: Tree.Root(1, 19)));
        Refused(witness, WitnessStatus.OtherSize, Request(8, 8, root: Tree.Root(1, 8)));
        var fork = witness.Cosign(Request(8, 8, root: Tree.Root(1, 8)));
        Assert.Equal(("8\n", "the log signed two trees of size 8: it forked"), (fork.Body, fork.Reason));
        Assert.Equal("8\n", witness.Cosign(Request(3, 20)).Body);
        Assert.Equal(WitnessStatus.Cosigned, witness.Cosign(good).Status);
    }

    [Fact]
    public void Request_FromNothing_MustHaveNoProofAndAnEmptyTreeItsRoot()
    {
        var witness = Start();
        Refused(witness, WitnessStatus.Inconsistent, Request(0, 8) with { Proof = [Tree.Leaves[0]] });
        Refused(witness, WitnessStatus.Inconsistent, Request(0, 0, root: Tree.Leaves[0]));
    }

    [Fact]
    public void Memory_OutlivesTheProcess_AndIsNotBelievedWhenAltered()
    {
        Start().Cosign(Request(0, 8));
        Assert.Equal(8, Start().Cosign(Request(3, 20)).LastSize);
        var file = Path.Combine(folder["witness"], Witness.NameOf(Origin), LogFolder.Checkpoint);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\n8\n", "\n3\n", StringComparison.Ordinal));
        Assert.Contains("does not hold", Assert.Throws<RecordException>(() => Start().Cosign(Request(3, 20))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClockThatRanBack_CosignsNothing()
    {
        Start().Cosign(Request(0, 8));
        clock.Now -= Duration.FromHours(1);
        Assert.Contains("clock", Assert.Throws<RecordException>(() => Start().Cosign(Request(8, 20))).Message, StringComparison.Ordinal);
        clock.Now += Duration.FromHours(2);
        Assert.Equal(WitnessStatus.Cosigned, Start().Cosign(Request(8, 20)).Status);
    }

    [Fact]
    public void ClockThatSteppedBackByMoments_CosignsAtTheTimeOfTheLast()
    {
        Start().Cosign(Request(0, 8));
        var before = clock.Now;
        clock.Now -= Witness.ClockStep;
        Assert.Equal(before, key.Verifier.CosignedAt(Start().Cosign(Request(8, 20)).Cosignature!));
    }

    [Fact]
    public void KeyThatSignedATimeToCome_IsReplacedByOneThatRemembersTheSame()
    {
        var now = clock.Now;
        clock.Now += Duration.FromDays(30_000);
        var witness = Start();
        witness.Cosign(Request(0, 8));
        clock.Now = now;
        Assert.Contains("--after", Assert.Throws<RecordException>(() => witness.Cosign(Request(8, 20))).Message, StringComparison.Ordinal);

        using var second = NoteSigner.Generate("witness.example/2", SignatureKind.Cosignature);
        var next = new Witness(folder["second"], second, clock);
        next.TakeOver(witness);
        Assert.Equal([log.Verifier], next.Logs());
        Assert.Equal(now, next.LastTime(Origin));
        Refused(next, WitnessStatus.OtherSize, Request(0, 20));
        Refused(next, WitnessStatus.Inconsistent, Request(8, 20, root: Tree.Root(1, 19)));
        Assert.Equal(now, second.Verifier.CosignedAt(next.Cosign(Request(8, 20)).Cosignature!));
        Assert.Throws<RecordException>(() => next.TakeOver(witness));
    }

    [Fact]
    public async Task Memory_CanBeAskedByAWriter_AndSilenceIsAnAnswer()
    {
        var witness = Start();
        Assert.Equal((null, null), Asked(key, log));
        witness.Cosign(Request(0, 8));
        Assert.Equal((witness.Last(Origin)!.ToString(), null), Asked(key, log));
        using var other = NoteSigner.Generate("witness.example", SignatureKind.Cosignature);
        Assert.NotNull(Asked(other, log).Silence);
        using var http = new HttpClient(new Unreachable());
        var silent = await WitnessMemory.LastCosignedAsync(http, new Uri("http://witness.invalid/"), key.Verifier, log.Verifier, Stop);
        Assert.Null(silent.Last);
        Assert.Contains("cannot be reached", silent.Silence!.What, StringComparison.Ordinal);

        (string? Last, Error? Silence) Asked(NoteSigner witness, NoteSigner log)
        {
            var memory = WitnessMemory.LastCosigned(folder["witness"], witness.Verifier, log.Verifier);
            return (memory.Last?.ToString(), memory.Silence);
        }
    }

    [Fact]
    public void OtherKeyForAKnownOrigin_IsRefused()
    {
        using var other = NoteSigner.Generate(Origin, SignatureKind.Ed25519);
        Assert.Contains("trusted before", Assert.Throws<RecordException>(() => Start().Trust(other.Verifier)).Message, StringComparison.Ordinal);
        Assert.Equal([log.Verifier], Start().Logs());
    }

    [Fact]
    public async Task RequestsSideBySide_NeverRollBack()
    {
        Start();
        await Parallel.ForEachAsync(Enumerable.Range(0, 64), Stop, (i, _) =>
        {
            var witness = new Witness(folder["witness"], key, clock);
            for (var old = 0L; old < 20;)
            {
                var answer = witness.Cosign(Request((int)old, (int)old + 1 + (i % (20 - (int)old))));
                old = answer.Status == WitnessStatus.OtherSize ? answer.LastSize : 20;
                Assert.True(answer.Status is WitnessStatus.Cosigned or WitnessStatus.OtherSize);
            }

            return ValueTask.CompletedTask;
        });
        Assert.True(Checkpoint.Parse(Start().Last(Origin)!.Text).Value.Size > 0);
    }

    [Fact]
    public async Task Folder_GetsTheCosignature_AndKeepsItUntilTheLogGrows()
    {
        using var record = await SampleLog.Of(300);
        var witness = new Witness(folder["witness"], key, clock);
        using var second = NoteSigner.Generate("witness.second", SignatureKind.Cosignature);
        witness.Trust(record.Key.Verifier);
        Assert.Equal(WitnessStatus.Cosigned, FolderWitness.Cosign(witness, record.Folder).Answer.Status);
        var other = new Witness(folder["second"], second, clock);
        other.Trust(record.Key.Verifier);
        Assert.Equal(WitnessStatus.Cosigned, FolderWitness.Cosign(other, record.Folder).Answer.Status);
        clock.Now += Duration.FromSeconds(5);
        Assert.Equal(WitnessStatus.Cosigned, FolderWitness.Cosign(witness, record.Folder).Answer.Status);
        var note = record.Read().Note;
        Assert.Equal(3, note.VerifiedBy(record.Key.Verifier, key.Verifier, second.Verifier).Value.Length);
        Assert.Equal(record.Key.Verifier.Name, note.Signatures[0].Name);

        await using (var writer = RecordLog.Open(record.Folder, record.Key))
        {
            Assert.Equal(note.ToString(), record.Read().Note.ToString());
            await writer.AppendAsync(new byte[9], Stop);
        }

        Assert.Single(record.Read().Note.Signatures);
        Assert.Equal(WitnessStatus.Cosigned, FolderWitness.Cosign(witness, record.Folder).Answer.Status);
        Assert.Empty(LogFsck.Check(record.Read(), record.Key.Verifier, [key.Verifier]));
    }

    [Fact]
    public async Task FolderGivenByABareName_GetsTheCosignature()
    {
        using var record = await SampleLog.Of(3);
        var name = $"record-{Guid.NewGuid():N}";
        TemporaryFolder.Copy(record.Folder, name);
        try
        {
            var witness = new Witness(folder["witness"], key, clock);
            witness.Trust(record.Key.Verifier);
            Assert.Equal(WitnessStatus.Cosigned, FolderWitness.Cosign(witness, name).Answer.Status);
            var note = LogReader.Open(name).Value.Note;
            Assert.True(note.VerifiedBy(key.Verifier).Ok);
            using var second = NoteSigner.Generate("witness.second", SignatureKind.Cosignature);
            Assert.True(FolderWitness.Add(name, note, [second.Cosign(note.Text, clock.Now)]));
            Assert.Equal(["cosigned/3", "cosigned/checkpoint"], CosignedCheckpoints.Read(name).Select(c => c.Path));
        }
        finally
        {
            Directory.Delete(name, recursive: true);
        }
    }

    [Fact]
    public async Task ForkedOrShrunkFolder_IsRefusedWithTheProof()
    {
        using var record = await SampleLog.Of(300);
        var witness = new Witness(folder["witness"], key, clock);
        witness.Trust(record.Key.Verifier);
        FolderWitness.Cosign(witness, record.Folder);
        foreach (var (size, status) in new[] { (20, WitnessStatus.Malformed), (300, WitnessStatus.OtherSize), (400, WitnessStatus.Inconsistent) })
        {
            var fork = folder[$"fork-{size}"];
            await using (var writer = RecordLog.Create(fork, record.Key))
            {
                await writer.AppendManyAsync([.. Enumerable.Range(0, size).Select(i => (ReadOnlyMemory<byte>)BitConverter.GetBytes(i))], Stop);
            }

            var answer = FolderWitness.Cosign(witness, fork);
            Assert.Equal(status, answer.Answer.Status);
            Assert.Equal(300, Checkpoint.Open(answer.Answer.Last!, record.Key.Verifier).Value.Size);
            Assert.Equal(size, Checkpoint.Open(answer.Request.Checkpoint, record.Key.Verifier).Value.Size);
            Assert.Single(LogReader.Open(fork).Value.Note.Signatures);
        }
    }

    [Fact]
    public async Task Client_OfAForkOfTheSameSize_SaysSo()
    {
        using var record = await SampleLog.Of(300);
        var witness = new Witness(folder["witness"], key, clock);
        witness.Trust(record.Key.Verifier);
        FolderWitness.Cosign(witness, record.Folder);
        await using (var writer = RecordLog.Create(folder["fork"], record.Key))
        {
            await writer.AppendManyAsync([.. Enumerable.Range(0, 300).Select(i => (ReadOnlyMemory<byte>)BitConverter.GetBytes(i))], Stop);
        }

        using var http = new HttpClient(new Served(witness));
        Assert.False((await WitnessClient.AskAsync(http, new Uri("http://witness.example/"), key.Verifier, folder["fork"], Stop)).Is(out _, out var error));
        Assert.Contains("another tree of 300 entries: the record forked", error!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void RequestBody_RoundTrips()
    {
        var request = Request(8, 20);
        var read = AddCheckpointRequest.Parse(request.ToString()).Value;
        Assert.Equal(request.ToString(), read.ToString());
        Assert.Equal((8, 20), (read.OldSize, Checkpoint.Parse(read.Checkpoint.Text).Value.Size));
    }

    [Theory]
    [InlineData("")]
    [InlineData("old 3\n")]
    [InlineData("old 03\n\na\n\n— n AAAAAAA=\n")]
    [InlineData("old -3\n\na\n\n— n AAAAAAA=\n")]
    [InlineData("new 3\n\na\n\n— n AAAAAAA=\n")]
    [InlineData("old 3\nAAAA\n\na\n\n— n AAAAAAA=\n")]
    [InlineData("old 3\n\na\n")]
    public void RequestBody_Malformed_IsRefused(string body) => Assert.False(AddCheckpointRequest.Parse(body).Ok);

    [Fact]
    public void RequestBody_WithTooLongAProof_IsRefused()
    {
        var proof = ImmutableArray.CreateRange(Enumerable.Repeat(Tree.Leaves[0], 64));
        Assert.Contains("at most 63", AddCheckpointRequest.Parse((Request(8, 20) with { Proof = proof }).ToString()).Error!.What, StringComparison.Ordinal);
    }

    private static void Refused(Witness witness, WitnessStatus status, AddCheckpointRequest request)
    {
        var before = witness.Last(Origin)?.ToString();
        var answer = witness.Cosign(request);
        Assert.Equal(status, answer.Status);
        Assert.Null(answer.Cosignature);
        Assert.Equal(before, witness.Last(Origin)?.ToString());
    }

    private Witness Start()
    {
        var witness = new Witness(folder["witness"], key, clock);
        witness.Trust(log.Verifier);
        return witness;
    }

    private AddCheckpointRequest Request(int old, int size, MerkleHash? root = null, NoteSigner? signer = null)
    {
        signer ??= log;
        var text = new Checkpoint(signer.Verifier.Name, size, root ?? Tree.Root(0, size)).ToText();
        return new AddCheckpointRequest(old, old <= size ? MerkleProof.Consistency(Tree, old, size) : [], new SignedNote(text, [signer.Sign(text)]));
    }

    private sealed class Served(Witness witness) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = witness.Cosign(AddCheckpointRequest.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).Value);
            return new HttpResponseMessage((System.Net.HttpStatusCode)(int)answer.Status) { Content = new StringContent(answer.Body) };
        }
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("no such host");
    }
}
