namespace Holdfire.Bundles.Tests;

/// <summary>A protected entry whose content nobody discloses makes every figure "at least"; the registrar ends that where it is not here.</summary>
public sealed class AsideOfWithheldTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-aside-").FullName;

    private string Record => Path.Combine(root, "record");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void ContentThatIsNotHere_IsSetAsideByTheRegistrar_AndFiguresHoldAgain()
    {
        RiverCase.Write(Path.Combine(root, "case"));
        Run("record", "init", Record, "--origin", SampleKeys.Origin);
        Run("import", "case", Path.Combine(root, "case"), "--record", Record);
        var file = Path.Combine(root, "report.yaml");
        File.WriteAllText(file, """
            id: P1
            source: nn-army
            from: "2031-03-10"
            to: "2031-03-10"
            zone: UTC
            precision: day
            act: attack.air
            measure: launched
            unit: item
            count: "5"
            areas: X-EAST
            """);
        var before = Size();
        Run("record", "append", Record, "--kind", "report", "--file", file, "--protected");
        Assert.Equal(7, Verdict());

        // Whoever has the content can read it.
        var (code, _, error) = Aside(before);
        Assert.Equal(2, code);
        Assert.Contains($"expected an entry that cannot be read, found entry {before}, which can", error, StringComparison.Ordinal);

        foreach (var content in Directory.GetFiles(Path.Combine(root, "record.private", "protected")))
        {
            File.Delete(content);
        }

        (code, _, error) = Aside(before);
        Assert.True(code == 0, error);
        Assert.Equal(0, Verdict());
    }

    private (int Code, string Output, string Error) Aside(long index) => Programs.Holdfire(
        "record", "append", Record, "--sets-aside", $"{index}", "--reason", "nobody discloses it", "--key", Path.Combine(root, "record.private", "keys", "registrar.key"));

    private long Size() => Holdfire.Record.Log.LogReader.Open(Record).OrThrow().Size;

    private int Verdict()
    {
        var path = Path.Combine(root, "a.zip");
        File.Delete(path);
        Run(["bundle", "create", "--record", Record, "--out", path, "--", "counts", .. MadeRecord.Counts.Split(' ')]);
        var bundle = File.ReadAllBytes(path);
        var (code, fault) = InProcess.Look(bundle);
        Assert.Null(fault);
        Assert.Equal(code, JavaScriptVerifier.Verify(bundle)[0].Code);
        return code;
    }

    private static void Run(params string[] words)
    {
        var (code, _, error) = Programs.Holdfire(words);
        Assert.True(code == 0, $"{string.Join(' ', words)}: {error}");
    }
}
