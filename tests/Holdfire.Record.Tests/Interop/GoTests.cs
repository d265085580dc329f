using Holdfire.Record.Log;
using Holdfire.Record.Tests.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Interop;

/// <summary>Holdfire and Go's sumdb packages (Debian's golang-golang-x-mod-dev) check each other's logs.</summary>
public sealed class GoTests
{
    private const string Packages = "/usr/share/gocode";

    [Fact]
    public async Task Record_IsVerifiedByGo_AndOneAlteredByteIsNot()
    {
        using var folder = new TemporaryFolder();
        var program = await Build(folder);
        using var record = await SampleLog.Of(100, 200, 213);
        var vkey = record.Key.Verifier.ToVkey();
        var good = await Tool.Run(program, ["verify", record.Folder, vkey]);
        Assert.Equal((0, "513 entries\n", ""), good);
        foreach (var file in new[] { "checkpoint", "tile/0/001", "tile/0/002.p/1", "tile/1/000.p/2", "tile/entries/000", "tile/entries/002.p/1" })
        {
            var path = Path.Combine(record.Folder, file);
            var bytes = File.ReadAllBytes(path);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
            Assert.True((await Tool.Run(program, ["verify", record.Folder, vkey])).Code != 0, file);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(513)]
    public async Task LogOfGo_IsVerifiedByHoldfire(int size)
    {
        using var folder = new TemporaryFolder();
        var written = await Tool.Run(await Build(folder), ["write", folder["log"], $"{size}"]);
        Assert.Equal((0, ""), (written.Code, written.Error));
        var lines = written.Output.TrimEnd().Split('\n');
        var key = NoteVerifier.Parse(lines[0]).Value;
        var reader = LogReader.Open(folder["log"]).Value;
        Assert.Equal(size, reader.Verify(key).Value.Size);
        Assert.Empty(LogFsck.Check(reader, key));
        for (var n = 1; n <= size; n++)
        {
            // Each root as Go computed it when the log was that small.
            Assert.True(MerkleProof.VerifyConsistency(
                n, MerkleHash.Parse(lines[n]).Value, size, reader.Checkpoint.Root, reader.ProveConsistency(n)), $"{n}");
        }
    }

    private static async Task<string> Build(TemporaryFolder folder)
    {
        Assert.SkipUnless(
            Tool.Has("go") && Directory.Exists($"{Packages}/src/golang.org/x/mod/sumdb/tlog"), "needs Debian's golang-go and golang-golang-x-mod-dev");
        var program = folder["log-program"];
        var built = await Tool.Run("go", ["build", "-o", program, Path.Combine(Tool.Folder, "go", "log.go")], new Dictionary<string, string>
        {
            ["GO111MODULE"] = "off", ["GOPATH"] = Packages, ["GOCACHE"] = Path.Combine(Path.GetTempPath(), "holdfire-go-cache"), ["CGO_ENABLED"] = "0",
        });
        Assert.Equal((0, ""), (built.Code, built.Error));
        return program;
    }
}
