using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Tests;

public sealed class WitnessCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-witness-").FullName;
    private readonly NoteSigner log = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Record => Path.Combine(root, "record");

    private string[] Mine => ["--state", Path.Combine(root, "state"), "--key", Path.Combine(root, "witness.key")];

    public void Dispose()
    {
        log.Dispose();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Witness_CosignsWhatGoesOn_AndRefusesAForkWithTheProof()
    {
        await Write(Record, "a", "b", "c");
        var key = NoteVerifier.Parse(Done("init", "--name", "witness.example/a").Output.TrimEnd()).Value;
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(root, "witness.key")));
        }

        Assert.Contains("is trusted from now on", Done("cosign", Record).Error, StringComparison.Ordinal);
        Assert.Equal(2, LogReader.Open(Record).Value.Note.VerifiedBy(log.Verifier, key).Value.Length);
        var row = Cli.Json(["witness", "status", .. Mine]).GetProperty("records")[0];
        Assert.Equal(("example.org/record", 3), (row.GetProperty("record").GetString(), row.GetProperty("size").GetInt64()));

        await Write(Path.Combine(root, "fork"), "a", "b", "x", "d");
        var refused = Cli.Run(["witness", "cosign", Path.Combine(root, "fork"), .. Mine]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("forked", refused.Error, StringComparison.Ordinal);
        Assert.Contains(LogReader.Open(Record).Value.Checkpoint.ToText(), refused.Output, StringComparison.Ordinal);
        Assert.Contains(LogReader.Open(Path.Combine(root, "fork")).Value.Note.ToString(), refused.Output, StringComparison.Ordinal);
        Assert.Equal(3, Cli.Json(["witness", "status", .. Mine]).GetProperty("records")[0].GetProperty("size").GetInt64());
    }

    [Fact]
    public async Task Witness_OverHttp_AnswersAsTheSpecificationSays()
    {
        await Write(Record, "a", "b", "c");
        var key = NoteVerifier.Parse(Done("init", "--name", "witness.example/a").Output.TrimEnd()).Value;
        File.WriteAllText(Path.Combine(root, "witness.vkey"), key.ToVkey() + "\n");
        var prefix = $"http://127.0.0.1:{FreePort()}/w/";
        using var server = Cli.Start(["witness", "serve", "--listen", prefix, .. Mine]);
        try
        {
            Assert.Contains("listens on", await server.StandardError.ReadLineAsync(Stop), StringComparison.Ordinal);
            string[] ask = ["witness", "ask", Record, "--url", prefix, "--witness", Path.Combine(root, "witness.vkey")];
            Assert.Contains("404", Cli.Run(ask).Error, StringComparison.Ordinal);
            Done("trust", "--log", Path.Combine(Record, LogFolder.OperatorKey));
            Assert.Equal(0, Cli.Run(ask).ExitCode);
            await Append(Record, "d");
            Assert.Equal(0, Cli.Run(ask).ExitCode);
            var note = LogReader.Open(Record).Value.Note;
            Assert.Equal(2, note.VerifiedBy(log.Verifier, key).Value.Length);

            using var http = new HttpClient { BaseAddress = new Uri(prefix) };
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("example.org/record"u8));
            Assert.Equal(note.ToString(), await http.GetStringAsync(new Uri($"{hash}/checkpoint", UriKind.Relative), Stop));
            using var conflict = await http.PostAsync(new Uri("add-checkpoint", UriKind.Relative), new StringContent($"old 1\n\n{note}"), Stop);
            Assert.Equal((HttpStatusCode.Conflict, "text/x.tlog.size", "4\n"), (
                conflict.StatusCode, conflict.Content.Headers.ContentType!.ToString(), await conflict.Content.ReadAsStringAsync(Stop)));
            using var malformed = await http.PostAsync(new Uri("add-checkpoint", UriKind.Relative), new StringContent("new 1\n"), Stop);
            Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
            using var large = await http.PostAsync(new Uri("add-checkpoint", UriKind.Relative), new StringContent(new string('a', 2_000_000)), Stop);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(Stop);
        }
    }

    [Theory]
    [InlineData("--name", "a b", "white space")]
    public void WrongName_IsRefused(string option, string value, string says)
    {
        var run = Cli.Run(["witness", "init", option, value, .. Mine]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyThatExists_IsNeverWrittenOver()
    {
        Done("init", "--name", "witness.example/a");
        Assert.Contains("never written over", Cli.Run(["witness", "init", "--name", "witness.example/b", .. Mine]).Error, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private CliRun Done(string command, params string[] arguments)
    {
        var run = Cli.Run(["witness", command, .. arguments, .. Mine]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private async Task Write(string folder, params string[] entries)
    {
        await RecordLog.Create(folder, log).DisposeAsync();
        await Append(folder, entries);
    }

    private async Task Append(string folder, params string[] entries)
    {
        await using var writer = RecordLog.Open(folder, log);
        await writer.AppendManyAsync([.. entries.Select(e => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(e))], Stop);
    }
}
