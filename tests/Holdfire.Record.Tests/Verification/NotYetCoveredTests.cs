using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Verification;
using NodaTime;

namespace Holdfire.Record.Tests.Verification;

/// <summary>A look at a record that is being written, or whose writer was killed, takes nothing that is not published yet for touched.</summary>
public sealed class NotYetCoveredTests
{
    [Fact]
    public async Task WriterAtWork_OrKilledBeforeItPublished_IsNotTouched()
    {
        using var sample = await EnteredRecord.Create();
        using var folder = new TemporaryFolder();
        var (copy, kept) = (folder["copy"], EnteredRecord.Protected("R-later"));
        var writer = await RecordWriter.OpenAsync(
            sample.Folder, EnteredRecord.Operator, EnteredRecord.Clock, new RecordLogOptions { PublishInterval = Duration.FromDays(1) });
        await using (writer)
        {
            sample.Contents.Keep(kept);
            var writing = Verify(sample.Folder);
            Assert.Empty(writing.Errors);
            Assert.Contains(kept.Commitment, Assert.Single(writing.NotYetCovered).Where, StringComparison.Ordinal);

            await writer.AppendAsync(EnteredRecord.Clerk.SignProtected(Made.Origin, EntryKind.Report, kept.Commitment, Made.At));
            TemporaryFolder.Copy(sample.Folder, copy);
            TemporaryFolder.Copy(LogFolder.PrivateOf(sample.Folder), LogFolder.PrivateOf(copy));
            await writer.PublishAsync();
            Assert.Empty(Verify(sample.Folder).NotYetCovered);
        }

        // As after a kill between the tiles and the checkpoint.
        CopyNew(Path.Combine(sample.Folder, LogFolder.Tiles), Path.Combine(copy, LogFolder.Tiles));
        var killed = Verify(copy);
        Assert.Empty(killed.Errors);
        Assert.Contains(killed.NotYetCovered, f => f.Where.StartsWith("tile/entries/", StringComparison.Ordinal));
        Assert.Contains(killed.NotYetCovered, f => f.Where.Contains(kept.Commitment, StringComparison.Ordinal));

        // What the journal does not lead to either was put there.
        File.WriteAllText(Path.Combine(copy, "tile/0/009"), "stray");
        Assert.Equal("tile/0/009", Assert.Single(Verify(copy).Errors).Where);

        // Whoever gets a copy without the private folder has no journal that explains them.
        Directory.Delete(LogFolder.PrivateOf(copy), recursive: true);
        Assert.True(Verify(copy).Errors.Length > 1);
    }

    private static VerifiedRecord Verify(string folder) => RecordVerifier.Verify(folder, new VerifyOptions());

    private static void CopyNew(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target))
            {
                File.Copy(file, target);
            }
        }
    }
}
