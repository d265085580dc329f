using System.Text;
using Holdfire.Fusion;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.CaseFormat.Entries;

namespace Holdfire.Bundles.Tests;

/// <summary>The practice case as a record with a pin and two parameter sets of its own; by the last one fewer reports are of one event.</summary>
public sealed class OwnParametersRecord : IAsyncLifetime
{
    private const double Seldom = -30;
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-own-parameters-").FullName;
    private int files;

    public string Folder => Path.Combine(root, "record");

    public async ValueTask InitializeAsync()
    {
        var contents = new ContentFolder(Folder);
        var (first, last) = (Set("first", FusionParameters.Defaults.LinkBits), Set("last", Seldom));
        await ClerkRecord.Write(Folder,
        [
            .. FolderItems.Read(Path.Combine(Programs.Root, "cases", "practice-line")),
            new CaseItem(EntryKind.Pin, """{"by":"duty officer","id":"P1","not_same":["commission-camera-002","east-desk-004"],"reason":"two craters"}"""u8.ToArray(), ""),
            new CaseItem(EntryKind.Parameters, Content(first), ""), new CaseItem(EntryKind.Parameters, Content(last), ""),
        ]);
        contents.Attach(first.Text, forAll: true);
        contents.Attach(last.Text, forAll: true);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A bundle by <c>holdfire bundle create</c>.</summary>
    /// <param name="words">Its words after the record and the file.</param>
    public byte[] Bundle(params string[] words)
    {
        var path = Path.Combine(root, $"{Interlocked.Increment(ref files)}.zip");
        var (code, _, error) = Programs.Holdfire(["bundle", "create", "--record", Folder, "--out", path, .. words]);
        Assert.True(code == 0, error);
        return File.ReadAllBytes(path);
    }

    /// <summary>What a command prints of the record as JSON.</summary>
    public string Answer(params string[] query)
    {
        var (code, output, error) = Programs.Holdfire([.. query, "--record", Folder, "--format", "json"]);
        Assert.True(code == 0, error);
        return output;
    }

    private static (string Id, byte[] Text) Set(string id, double linkBits) =>
        (id, Encoding.UTF8.GetBytes(FusionParametersText.Write(FusionParameters.Defaults with { Version = id, LinkBits = linkBits })));

    private static byte[] Content((string Id, byte[] Text) set) =>
        Encoding.UTF8.GetBytes($$"""{"id":"{{set.Id}}","sha256":"{{EntryBytes.HashOf(set.Text)}}"}""");
}
