using Holdfire.Record.Entries;
using Holdfire.Record.Log;

namespace Holdfire.Bundles.Tests;

/// <summary>Reports get running numbers by source as they are entered, so that bundles show how many there are.</summary>
public sealed class RunningNumberTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-numbers-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Reports_Entered_AreNumberedOnBySource()
    {
        var record = Path.Combine(root, "record");
        Run("record", "init", record, "--origin", "record.example/numbers");
        RiverCase.Write(Path.Combine(root, "case"));
        Run("import", "case", Path.Combine(root, "case"), "--record", record);
        var file = Path.Combine(root, "one.yaml");
        File.WriteAllText(file, """
            id: R11
            source: nn-army
            from: 2031-03-12
            to: 2031-03-12
            zone: UTC
            precision: day
            act: attack.air
            measure: launched
            count: 1
            """);
        Run("record", "append", record, "--kind", "report", "--file", file);

        var numbers = LogReader.Open(record).OrThrow().Entries()
            .Select(e => EntryBytes.TryParse(e.Bytes, out var entry, out _) ? entry! : throw new FormatException())
            .Where(e => e.Kind == EntryKind.Report).ToLookup(e => e.Item.AttributedTo, e => e.Number);
        Assert.All(numbers, of => Assert.Equal(Enumerable.Range(1, of.Count()).Select(i => (long?)i), of));
        Assert.Equal(RiverCase.Rows.Count(r => r.Split(',')[1] == "nn-army") + 1, numbers["nn-army"].Count());

        var bundle = Path.Combine(root, "b.zip");
        Run(["bundle", "create", "--record", record, "--out", bundle, "--", "counts", .. MadeRecord.Counts.Split(' ')]);
        Assert.Contains("source nn-desk, submitted by ", Run("bundle", "verify", bundle), StringComparison.Ordinal);
        var answer = JavaScriptVerifier.Verify(File.ReadAllBytes(bundle))[0];
        Assert.Equal(0, answer.Code);
        Assert.Equal(numbers.Count, answer.Rows.Count(r => r is { Check: "numbers", Result: "ok" }));
    }

    private static string Run(params string[] words)
    {
        var (code, output, error) = Programs.Holdfire(words);
        Assert.True(code == 0, error);
        return output;
    }
}
