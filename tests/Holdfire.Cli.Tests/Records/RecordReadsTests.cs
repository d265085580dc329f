using Holdfire.Cli.Commands.Records;
using Holdfire.Importers;
using Holdfire.Record;
using Holdfire.Record.Tiles;

namespace Holdfire.Cli.Tests.Records;

/// <summary>How often a command reads a record's entries.</summary>
public sealed class RecordReadsTests
{
    [Fact]
    public async Task Import_OneBulletin_ReadsEachEntryBundleOnce()
    {
        using var @case = new ImportCase();
        var record = @case.Folder + "-record";
        RecordOfCase.Good("record", "init", record);
        RecordOfCase.Good("import", "case", @case.Folder, "--record", record);
        var file = @case.Csv("claims.csv", ImportCase.RuHeader, ImportCase.RuWhole1, ImportCase.RuWhole2);
        var tiles = new CountedBundles(record);
        var import = new RecordImport(Cli.Nowhere, null, null, false, RecordSession.Open(tiles).Value, null);
        var summary = await import.Rows(import.ReadCase(), ImportFormats.Find("ru-mod")!, [file], ImportOptions.None, f => f + ".rejected.csv");
        Assert.Equal(3, summary.Added);
        Assert.NotEmpty(tiles.Reads);
        Assert.All(tiles.Reads, r => Assert.Equal(1, r.Value));
    }

    private sealed class CountedBundles(string folder) : ITileSource
    {
        private readonly FolderTiles inner = new(folder);

        public Dictionary<string, int> Reads { get; } = [];

        public string Name => inner.Name;

        public Parsed<ReadOnlyMemory<byte>>? Read(string path, long most)
        {
            var read = inner.Read(path, most);
            if (read is not null && path.StartsWith("tile/entries/", StringComparison.Ordinal))
            {
                Reads[path] = Reads.GetValueOrDefault(path) + 1;
            }

            return read;
        }
    }
}
