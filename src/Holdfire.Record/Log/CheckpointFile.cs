using Holdfire.Record.Files;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The published checkpoint of a folder, which the log's writer and its witnesses both replace.</summary>
internal static class CheckpointFile
{
    /// <summary>Reads the note, without asking who signed it.</summary>
    public static Parsed<SignedNote> Read(IFileLayer files, string folder) => Read(new FolderTiles(files, folder));

    /// <summary>Reads the note, without asking who signed it.</summary>
    public static Parsed<SignedNote> Read(ITileSource source)
    {
        var path = Path.Combine(source.Name, LogFolder.Checkpoint);
        if (source.Read(LogFolder.Checkpoint, SignedNote.LongestNote) is not { } file)
        {
            return RecordError.Invalid(path, "the checkpoint of a log", "no such file");
        }

        if (!file.Is(out var bytes, out var error))
        {
            return error with { Where = path };
        }

        return SignedNote.Parse(bytes.Span).Is(out var note, out error) ? note : error.Within(path);
    }

    /// <summary>Holds the file against the other kind of writer. What is read and replaced meanwhile is one step for both.</summary>
    /// <remarks>The lock lies beside the checkpoint, since a witness need not see the writer's own folder, and is gone after it.</remarks>
    /// <exception cref="RecordException">Another held it for five seconds.</exception>
    public static IDisposable Hold(IFileLayer files, string folder) =>
        FileLock.HoldForAMoment(files, Path.Combine(folder, LogFolder.CheckpointLock));

    /// <summary>Where the next checkpoint is written before it is renamed into place.</summary>
    public static string TemporaryFolder(IFileLayer files, string folder) =>
        LogFolder.JournalOf(folder) is var journal && files.FolderExists(journal) ? journal : folder;
}
