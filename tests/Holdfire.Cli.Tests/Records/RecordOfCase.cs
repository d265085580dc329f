using System.Text.RegularExpressions;
using Holdfire.Cli.Commands.Records;
using Holdfire.Record;
using Holdfire.Record.Entries;
using NodaTime;

namespace Holdfire.Cli.Tests.Records;

/// <summary>The invented case in a record of its own.</summary>
internal sealed partial class RecordOfCase : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-record-").FullName;

    public RecordOfCase()
    {
        Good("record", "init", Folder, "--origin", "records.example/harvest");
        Good("import", "case", Case.Folder, "--record", Folder);
    }

    public InventedCase Case { get; } = new();

    public string Folder => Path.Combine(root, "harvest");

    public string Private => Folder + ".private";

    /// <summary>The number of entries that the published checkpoint covers.</summary>
    public string Size => File.ReadAllLines(Path.Combine(Folder, "checkpoint"))[1];

    public string Write(string name, string text)
    {
        var path = Path.Combine(root, name);
        File.WriteAllText(path, text);
        return path;
    }

    public static string Good(params string[] arguments)
    {
        var run = Cli.Run(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }

    /// <summary>An answer without the size of the record that it names, which a case folder has none of.</summary>
    public static string WithoutSize(string answer) => SizeLine().Replace(RecordedAt().Replace(answer, "\"recorded_at\": null"), "");

    [GeneratedRegex("\"recorded_at\": [0-9]+")]
    private static partial Regex RecordedAt();

    [GeneratedRegex("^Recorded at size [0-9]+\\.\n", RegexOptions.Multiline)]
    private static partial Regex SizeLine();

    /// <summary>A command that is refused with this exit code, one line of this kind, and no change of the record.</summary>
    public void Refused(int code, string line, params string[] arguments)
    {
        var before = Size;
        var run = Cli.Run(arguments);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(line, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Size);
    }

    /// <summary>Enters what the commands would not: the index of the entry.</summary>
    public async Task<long> Enter(string keyName, EntryKind kind, ReadOnlyMemory<byte> content)
    {
        using var @operator = RecordInput.OperatorKey(Cli.Nowhere, Folder, null);
        using var key = RecordInput.Key(Cli.Nowhere, Folder, null, keyName + ".key");
        await using var writer = await RecordWriter.OpenAsync(Folder, @operator, SystemClock.Instance);
        return (await writer.AppendAsync(key.Sign(writer.Origin, kind, content, SystemClock.Instance.GetCurrentInstant()))).Index;
    }

    public long Claimed(string side = "SS") => Cli.Json(
        "counts", "--record", Folder, "--side", side, "--act", "attack.air.uav", "--measure", "launched", "--from", "2031-03-01", "--to", "2031-03-01")
        .GetProperty("rows")[0].GetProperty("max").GetInt64();

    public void Dispose()
    {
        Case.Dispose();
        Directory.Delete(root, true);
    }
}
