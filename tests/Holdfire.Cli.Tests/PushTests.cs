using Holdfire.Cli.Tests.Records;
using Holdfire.Record;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Tests;

/// <summary>An office without a network signs for a record of which it has a copy, and sends later: each entry once.</summary>
public sealed class PushTests : IDisposable
{
    private readonly RecordOfCase record = new();
    private readonly string copy;
    private readonly string outbox;
    private readonly string clerk;

    public PushTests()
    {
        var home = Path.GetDirectoryName(record.Folder)!;
        (copy, outbox, clerk) = (Path.Combine(home, "copy"), Path.Combine(home, "outbox"), Path.Combine(record.Private, "keys", "clerk.key"));
        foreach (var file in Directory.GetFiles(record.Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(record.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public void Dispose() => record.Dispose();

    [Fact]
    public async Task WhatWasSignedOffline_IsEnteredOnce_HoweverOftenItIsSent()
    {
        var before = Size;
        Sign("record", "append", copy, "--kind", "report", "--file", Report("O-1"));
        Sign("record", "append", copy, "--kind", "report", "--file", Report("O-2"));
        Sign("queue", "assign", "S-2031-03-01", "--to", "patrol 2", "--record", copy);
        Sign("incidents", "pin", "S-2031-03-01", "S-2031-03-02", "--same", "--by", "clerk", "--reason", "one night", "--record", copy);
        Assert.Equal(before, RecordReader.Open(copy).OrThrow().Size);
        var files = Directory.GetFiles(outbox).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(4, files.Length);

        using var server = Cli.Start("serve", "--record", record.Folder, "--port", "0");
        try
        {
            var address = (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!["listening on ".Length..];
            Assert.Equal("push: 4 entries sent, 0 refused\n", RecordOfCase.Good("push", address, "--from", outbox));
            Assert.Equal("push: 0 entries sent, 0 refused\n", RecordOfCase.Good("push", address, "--from", outbox));
            Assert.Equal(before + 4, Size);
            var log = RecordReader.Open(record.Folder).OrThrow().Log;
            foreach (var file in files.Select(f => Path.Combine(outbox, "sent", Path.GetFileName(f))))
            {
                var proof = TlogProof.Parse(File.ReadAllText(Path.ChangeExtension(file, ".proof"))).OrThrow();
                Assert.True(proof.Verify(MerkleHash.OfLeaf(File.ReadAllBytes(file)), log.OperatorKey().OrThrow()).Ok);
                File.Move(file, Path.Combine(outbox, Path.GetFileName(file))); // as if no answer had come
            }

            Assert.Equal("push: 4 entries sent, 0 refused\n", RecordOfCase.Good("push", address, "--from", outbox));
            Assert.Equal(before + 4, Size);

            // What is refused, here since the id was taken meanwhile, stays and is named; the rest goes in.
            Sign("record", "append", copy, "--kind", "report", "--file", Report("O-3"));
            RecordOfCase.Good("record", "append", record.Folder, "--kind", "report", "--file", Report("O-3"));
            Sign("queue", "visit", "S-2031-03-01", "--record", copy);
            var run = Cli.Run("push", address, "--from", outbox);
            Assert.Equal(3, run.ExitCode);
            Assert.Contains("000005-report-", run.Error, StringComparison.Ordinal);
            Assert.Equal("push: 1 entry sent, 1 refused\n", run.Output);
            Assert.Equal(before + 6, Size);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var waits = Directory.GetFiles(outbox).Length;
        var cut = Cli.Run("push", "http://127.0.0.1:9", "--from", outbox);
        Assert.Equal(4, cut.ExitCode);
        Assert.Contains("can be sent again", cut.Error, StringComparison.Ordinal);
        Assert.Equal(waits, Directory.GetFiles(outbox).Length);
    }

    [Theory]
    [InlineData("in use", "record", "append", "COPY", "--kind", "report", "--file", "O-1")] // it waits already
    [InlineData("a known source", "record", "append", "COPY", "--kind", "report", "--file", "BAD")]
    [InlineData("needs nothing beside the log", "record", "append", "COPY", "--kind", "report", "--file", "O-2", "--protected")]
    public void WhatTheCaseCannotTake_IsNotKept(string message, params string[] arguments)
    {
        Sign("record", "append", copy, "--kind", "report", "--file", Report("O-1"));
        var run = Cli.Run([.. arguments.Select(a => a switch { "COPY" => copy, "O-1" or "O-2" => Report(a), "BAD" => Report("O-9", "nobody"), _ => a }), "--key", clerk, "--outbox", outbox]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(outbox));
    }

    [Theory]
    [InlineData("http://records.example")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user@records.example")]
    public void AnAddressThatIsNotSafe_IsRefused(string address)
    {
        Directory.CreateDirectory(outbox);
        Assert.Equal(2, Cli.Run("push", address, "--from", outbox).ExitCode);
    }

    private long Size => RecordReader.Open(record.Folder).OrThrow().Size;

    private void Sign(params string[] arguments) => RecordOfCase.Good([.. arguments, "--key", clerk, "--outbox", outbox]);

    private string Report(string id, string source = "ss-army") => record.Write($"{id}-{source}.yaml",
        $"{{id: {id}, source: {source}, from: 2031-03-02, to: 2031-03-02, zone: America/Bogota, precision: day, act: attack.air.uav, measure: launched, count: 2, areas: X-EAST, alleged_actor: NN}}");
}
