using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Crash;

/// <summary>A copy of a record, brought back later in part or whole: it must be refused where more was published since.</summary>
internal sealed class Backup
{
    private static readonly string[] Parts = ["the published folder", "the published folder and its journal", "everything, with a witness"];
    private readonly string folder;
    private readonly long size;

    private Backup(string folder, long size) => (this.folder, this.size) = (folder, size);

    private string Copy => folder + "-backup";

    /// <summary>Copies a record that nobody writes to.</summary>
    public static Backup Of(string folder)
    {
        var backup = new Backup(folder, LogReader.Open(folder).OrThrow().Size);
        backup.Delete();
        CopyFolder(folder, backup.Copy);
        CopyFolder(LogFolder.PrivateOf(folder), LogFolder.PrivateOf(backup.Copy));
        return backup;
    }

    /// <summary>Brings the copy back, tries to write to it, and puts the record of now in place again; null, or what was broken.</summary>
    public string? TryRestored(NoteSigner key, int part, Tally tally)
    {
        var (hidden, now) = (LogFolder.PrivateOf(folder), folder + "-now");
        var newest = LogReader.Open(folder).OrThrow();
        Directory.Move(folder, now);
        Directory.Move(hidden, LogFolder.PrivateOf(now));
        try
        {
            CopyFolder(Copy, folder);
            CopyFolder(LogFolder.PrivateOf(part == 2 ? Copy : now), hidden);
            if (part == 1)
            {
                Directory.Delete(LogFolder.JournalOf(folder), recursive: true);
                CopyFolder(LogFolder.JournalOf(Copy), LogFolder.JournalOf(folder));
            }

            var isOld = size < newest.Size;
            var refused = Refuses(key, part == 2 ? newest.Note : null);
            tally.Count(isOld ? "restored backups refused" : "backups of the newest state taken up");
            return refused == isOld ? null
                : $"a copy of {size} entries was brought back ({Parts[part]}) after {newest.Size} were published, and was {(refused ? "refused" : "taken up")}";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(hidden, recursive: true);
            Directory.Move(now, folder);
            Directory.Move(LogFolder.PrivateOf(now), hidden);
        }
    }

    public void Delete()
    {
        foreach (var path in new[] { Copy, LogFolder.PrivateOf(Copy) }.Where(Directory.Exists))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private bool Refuses(NoteSigner key, SignedNote? witnessed)
    {
        try
        {
            RecordLog.Open(folder, key, new() { Witnesses = [new Remembered(witnessed)] }).DisposeAsync().AsTask().GetAwaiter().GetResult();
            return false;
        }
        catch (RecordException)
        {
            return true;
        }
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var path in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, path)));
        }

        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(path, Path.Combine(to, Path.GetRelativePath(from, path)));
        }
    }

    private sealed class Remembered(SignedNote? note) : IWitnessMemory
    {
        public SignedNote? Last(string origin) => note;
    }
}
