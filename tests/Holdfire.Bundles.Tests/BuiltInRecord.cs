using Holdfire.Record.Log;
using Holdfire.CaseFormat.Entries;

namespace Holdfire.Bundles.Tests;

/// <summary>The built-in case as a record: its head and lists, and all of its reports, entered by one clerk.</summary>
public sealed class BuiltInRecord : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-built-in-").FullName;

    public string Folder => Path.Combine(root, "record");

    public static string Case => Path.Combine(Programs.Root, "cases", "ukraine-2025");

    public LogReader Log => LogReader.Open(Folder).OrThrow();

    public ValueTask InitializeAsync() => ClerkRecord.Write(Folder, FolderItems.Read(Case));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
