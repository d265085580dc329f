using Holdfire.Record.Tests.Log;

namespace Holdfire.Record.Tests.Interop;

/// <summary>The Sigstore project's JavaScript (@sigstore/verify) checks proof files that Holdfire wrote.</summary>
public sealed class SigstoreTests
{
    [Fact]
    public async Task Proofs_AreVerifiedBySigstore_AndOneAlteredByteIsNot()
    {
        var npm = Path.Combine(Tool.Folder, "npm");
        Assert.SkipUnless(Tool.Has("node") && Directory.Exists(Path.Combine(npm, "node_modules")), "needs Node.js and 'npm ci' in tests/interop/npm");
        using var folder = new TemporaryFolder();
        using var record = await SampleLog.Of(300);
        var reader = record.Read();
        var files = new List<string>();
        for (var i = 0; i < 300; i++)
        {
            files.AddRange([folder[$"{i}.tlog-proof"], folder[$"{i}.entry"]]);
            File.WriteAllText(files[^2], reader.Prove(i).ToString());
            File.WriteAllBytes(files[^1], SampleLog.Entry(i));
        }

        string[] arguments = [Path.Combine(npm, "verify.mjs"), record.Key.Verifier.ToVkey()];
        Assert.Equal((0, "300 entries\n", ""), await Tool.Run("node", [.. arguments, .. files]));
        File.WriteAllBytes(files[^1], SampleLog.Entry(298));
        Assert.Contains("does not match", (await Tool.Run("node", [.. arguments, files[^2], files[^1]])).Error, StringComparison.Ordinal);
        File.WriteAllText(files[0], File.ReadAllText(files[0]).Replace("\n300\n", "\n301\n", StringComparison.Ordinal));
        Assert.Contains("invalid checkpoint signature", (await Tool.Run("node", [.. arguments, files[0], files[1]])).Error, StringComparison.Ordinal);
    }
}
