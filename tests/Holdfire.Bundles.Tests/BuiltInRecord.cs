using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Sources.Records;

namespace Holdfire.Bundles.Tests;

/// <summary>The built-in case as a record: its head and lists, and all of its reports, entered by one clerk.</summary>
public sealed class BuiltInRecord : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-built-in-").FullName;

    public string Folder => Path.Combine(root, "record");

    public static string Case => Path.Combine(Programs.Root, "cases", "ukraine-2025");

    public LogReader Log => LogReader.Open(Folder).OrThrow();

    public async ValueTask InitializeAsync()
    {
        var registrar = SampleKeys.Submitter("mission", 11);
        var clerk = SampleKeys.Submitter("clerk", 12);
        var opening = new KeyChange.Open(SampleKeys.Origin, registrar.PublicKey);
        var registering = new KeyChange.Register("clerk", clerk.PublicKey, []);
        Entry[] entries =
        [
            .. new KeyChange[] { opening, registering }.Select(c => registrar.Sign(SampleKeys.Origin, c.Kind, c.ToContent(), SampleRecord.At)),
            .. FolderItems.Read(Case).Select(i => clerk.Sign(SampleKeys.Origin, i.Kind, i.Content, SampleRecord.At)),
        ];
        using var key = SampleKeys.Operator;
        await using var log = RecordLog.Create(Folder, key);
        await log.AppendManyAsync([.. entries.Select(e => e.Bytes)]);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
