using System.Net;
using System.Net.Sockets;
using System.Text;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;

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
            Assert.Equal(note.ToString(), (await WitnessMemory.LastCosignedAsync(http, new Uri(prefix), key, log.Verifier, Stop)).Last!.ToString());
            File.WriteAllText(
                Path.Combine(Record, LogFolder.Policy), $"log {log.Verifier.ToVkey()}\nwitness a {key.ToVkey()} {prefix}\nquorum a\n");
            Assert.Equal(note.ToString(), Assert.Single(await WitnessMemory.AskAllAsync(http, LogReader.Open(Record).Value, Stop)).Last!.ToString());
            using var conflict = await http.PostAsync(new Uri("add-checkpoint", UriKind.Relative), new StringContent($"old 1\n\n{note}"), Stop);
            Assert.Equal((HttpStatusCode.Conflict, "text/x.tlog.size", "4\n"), (
                conflict.StatusCode, conflict.Content.Headers.ContentType!.ToString(), await conflict.Content.ReadAsStringAsync(Stop)));
            using var malformed = await http.PostAsync(new Uri("add-checkpoint", UriKind.Relative), new StringContent("new 1\n"), Stop);
            Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);

            // Who asks first is told before anything is sent; who does not may be cut off while sending.
            using var large = new HttpRequestMessage(HttpMethod.Post, "add-checkpoint") { Content = new StringContent(new string('a', 2_000_000)) };
            large.Headers.ExpectContinue = true;
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.SendAsync(large, Stop)).StatusCode);
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
    public async Task Witness_WithManyIdleAndTricklingCallers_AnswersAnHonestOne()
    {
        await Write(Record, "a");
        var key = Done("init", "--name", "witness.example/a").Output;
        File.WriteAllText(Path.Combine(root, "witness.vkey"), key);
        Done("trust", "--log", Path.Combine(Record, LogFolder.OperatorKey));
        var port = FreePort();
        using var server = Cli.Start(["witness", "serve", "--listen", $"http://127.0.0.1:{port}/", .. Mine]);
        var callers = new List<TcpClient>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        try
        {
            Assert.Contains("listens on", await server.StandardError.ReadLineAsync(Stop), StringComparison.Ordinal);
            foreach (var begun in new[]
            {
                "", "POST /add-checkpoint HTTP/1.1\r\nHost: el", "GET / HTTP/1.1\r\nHost: elsewhere.example\r\nContent-Length: 100000\r\n\r\nold",
                "POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nold 0",
            })
            {
                for (var i = 0; i < 40; i++)
                {
                    var caller = new TcpClient();
                    callers.Add(caller);
                    await caller.ConnectAsync(IPAddress.Loopback, port, Stop);
                    await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), Stop);
                }
            }

            var trickle = Trickle(callers, enough.Token);
            var asked = Cli.Run("witness", "ask", Record, "--url", $"http://127.0.0.1:{port}/", "--witness", Path.Combine(root, "witness.vkey"));
            Assert.True(asked.ExitCode == 0, asked.Error);
            await enough.CancelAsync();
            await trickle;
        }
        finally
        {
            server.Kill();
            callers.ForEach(c => c.Dispose());
        }
    }

    [Fact]
    public void RecordVerify_SaysWhoLastCosigned_AndWhetherThatIsWorthAnything()
    {
        string[] Verify(params string[] options) => ["record", "verify", Record, .. options];
        Assert.Equal(0, Cli.Run("record", "init", Record, "--origin", "records.example/r").ExitCode);
        File.WriteAllText(Path.Combine(root, "a.vkey"), Done("init", "--name", "witness.example/a").Output);
        Done("cosign", Record);
        File.Copy(Path.Combine(root, "a.vkey"), Path.Combine(Record, LogFolder.Witnesses), overwrite: true);
        var own = Cli.Run(Verify());
        Assert.Equal(0, own.ExitCode);
        Assert.Contains("(unknown key: anyone could have made it)", own.Output, StringComparison.Ordinal);
        using var second = NoteSigner.Generate("second", SignatureKind.Ed25519);
        var registered = Cli.Run("record", "keys", "register", Record, second.Verifier.ToVkey());
        Assert.True(registered.ExitCode == 0, registered.Error);
        Assert.Equal(3, LogReader.Open(Record).Value.Size);

        var trusted = Cli.Run(Verify("--trusted-witness", Path.Combine(root, "a.vkey")));
        Assert.True(trusted.ExitCode == 0, trusted.Output + trusted.Error);
        Assert.Contains("last cosigned at 2 of 3 entries by witness.example/a at ", trusted.Output, StringComparison.Ordinal);
        Assert.Contains("(a witness that you trust)", trusted.Output, StringComparison.Ordinal);

        using var stranger = NoteSigner.Generate("witness.example/b", SignatureKind.Cosignature);
        var missing = Cli.Run(Verify("--trusted-witness", stranger.Verifier.ToVkey()));
        Assert.Equal(9, missing.ExitCode);
        Assert.Contains("NOT VOUCHED FOR: trusted witness witness.example/b", missing.Output, StringComparison.Ordinal);
        var policy = Path.Combine(root, "policy");
        File.WriteAllText(policy, $"log {File.ReadAllText(Path.Combine(Record, LogFolder.OperatorKey))}witness b {stranger.Verifier.ToVkey()}\nquorum b\n");
        Assert.Equal(9, Cli.Run(Verify("--policy", policy)).ExitCode);
        File.WriteAllText(policy, $"log {File.ReadAllText(Path.Combine(Record, LogFolder.OperatorKey))}witness a {File.ReadAllText(Path.Combine(root, "a.vkey"))}quorum a\n");
        var met = Cli.Run(Verify("--policy", policy));
        Assert.True(met.ExitCode == 0, met.Output + met.Error);
        Assert.Contains("your policy: the quorum 'a' is met at 2 entries", met.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldCopyOfARecord_IsNotWrittenTo_WhereItsWitnessCanBeAsked()
    {
        using var keys = NoteSigner.Generate("second", SignatureKind.Ed25519);
        Assert.Equal(0, Cli.Run("record", "init", Record, "--origin", "records.example/r").ExitCode);
        var key = Done("init", "--name", "witness.example/a").Output;
        File.WriteAllText(Path.Combine(root, "witness.vkey"), key);
        Done("trust", "--log", Path.Combine(Record, LogFolder.OperatorKey));
        var prefix = $"http://127.0.0.1:{FreePort()}/";
        File.WriteAllText(
            Path.Combine(Record, LogFolder.Policy), $"log {File.ReadAllText(Path.Combine(Record, LogFolder.OperatorKey))}witness a {key.Trim()} {prefix}\nquorum a\n");
        var copy = Path.Combine(root, "copy");
        Copy(Record, copy);
        Copy(Record + ".private", copy + ".private");
        using var server = Cli.Start(["witness", "serve", "--listen", prefix, .. Mine]);
        try
        {
            Assert.Contains("listens on", await server.StandardError.ReadLineAsync(Stop), StringComparison.Ordinal);
            Assert.Equal(0, Cli.Run("record", "keys", "register", Record, keys.Verifier.ToVkey()).ExitCode);
            Assert.Equal(0, Cli.Run("witness", "ask", Record, "--url", prefix, "--witness", Path.Combine(root, "witness.vkey")).ExitCode);
            var refused = Cli.Run("record", "keys", "register", copy, keys.Verifier.ToVkey());
            Assert.NotEqual(0, refused.ExitCode);
            Assert.Contains("this is an old copy: it has 2 entries", refused.Error, StringComparison.Ordinal);
            refused = Cli.Run("record", "recover", copy, "--yes");
            Assert.Equal(5, refused.ExitCode);
            Assert.Contains("this is an old copy: it has 2 entries", refused.Error, StringComparison.Ordinal);
            Assert.Equal(2, LogReader.Open(copy).Value.Size);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(Stop);
        }

        using var third = NoteSigner.Generate("third", SignatureKind.Ed25519);
        var alone = Cli.Run("record", "keys", "register", Record, third.Verifier.ToVkey());
        Assert.True(alone.ExitCode == 0, alone.Error);
        Assert.Contains("cannot be reached", alone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyThatExists_IsNeverWrittenOver()
    {
        Done("init", "--name", "witness.example/a");
        Assert.Contains("never written over", Cli.Run(["witness", "init", "--name", "witness.example/b", .. Mine]).Error, StringComparison.Ordinal);
    }

    // Slower than the least that is asked of a sender.
    private static async Task Trickle(List<TcpClient> callers, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            foreach (var caller in callers)
            {
                try
                {
                    await caller.GetStream().WriteAsync("x"u8.ToArray(), enough);
                }
                catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
                {
                    // The server has closed it.
                }
            }

            await Task.Delay(500, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var at = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(at)!);
            File.Copy(file, at);
        }
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
