using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Files;

namespace Holdfire.Record.Log;

/// <summary>That this process is the one writer of a log: a lock that the system keeps, and an epoch that each writer counts up.</summary>
/// <remarks>
/// A lock can be lost while its holder lives: its file is deleted, and another process locks a new file of that name. So each
/// writer puts an epoch of its own in place, durably, before it reads the journal. The writer before it looks at lock and epoch after
/// each sync, before it acknowledges anything, and stops. What it acknowledged it had synced before the new epoch was in place, so the
/// new writer reads it. Journal files carry the epoch in their numbers: no two writers ever use the same name.
/// </remarks>
internal sealed class WriterHold : IDisposable
{
    /// <summary>How many bits of a journal file's number count the files of one epoch.</summary>
    private const int FileBits = 24;

    // Numbers above this are no epoch: somebody put a file of such a name there.
    private const ulong MostEpochs = 1UL << 32;
    private readonly IFileLayer files;
    private readonly IHeldFile held;
    private readonly string path;
    private readonly byte[] mine;

    private WriterHold(IFileLayer files, IHeldFile held, string path, ulong epoch)
    {
        (this.files, this.held, this.path) = (files, held, path);
        FirstFile = (epoch << FileBits) + 1;
        mine = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{epoch} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}\n"));
    }

    /// <summary>The number of the first journal file of this writer.</summary>
    public ulong FirstFile { get; }

    /// <summary>Becomes the one writer of a log.</summary>
    /// <param name="files">The file system.</param>
    /// <param name="journal">The journal's folder; it must be there.</param>
    /// <param name="writes">Puts files there.</param>
    /// <exception cref="RecordException">Another process is writing, or locks keep nobody out here.</exception>
    public static WriterHold Take(IFileLayer files, string journal, DurableWrites writes)
    {
        var lockPath = Path.Combine(journal, LogFolder.WriterLock);
        var held = files.TryLock(lockPath) ?? throw new RecordException(RecordError.Held(
            lockPath, "", "another process is writing this log; a log has one writer at a time"));
        try
        {
            if (files.TryLock(lockPath) is { } second)
            {
                second.Dispose();
                throw new RecordException(RecordError.Invalid(
                    lockPath,
                    "a lock that keeps a second writer out", "none; do not set DOTNET_SYSTEM_IO_DISABLEFILELOCKING, and keep the record on a file system that has locks"));
            }

            var path = Path.Combine(journal, LogFolder.Epoch);
            var hold = new WriterHold(files, held, path, LastEpoch(files, journal, path) + 1);
            writes.Put(path, hold.mine);
            return hold;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Makes sure that this is still the one writer.</summary>
    /// <exception cref="RecordException">The lock's file is gone, or another writer has begun.</exception>
    public void Demand()
    {
        if (!held.IsInPlace || !files.FileExists(path) || !files.Read(path).AsSpan().SequenceEqual(mine))
        {
            throw new RecordException(RecordError.Invalid(
                path,
                "", "another process has begun to write this log, or its lock was deleted; this writer has stopped. What it acknowledged is safe. Let one writer alone open the log again"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    private static ulong LastEpoch(IFileLayer files, string journal, string path)
    {
        var written = files.FileExists(path) ? Encoding.UTF8.GetString(files.Read(path)).Split(' ')[0] : "";
        _ = ulong.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var last);
        var used = files.List(journal).Select(n => (Journal.NumberOf(n) ?? 0) >> FileBits).Append(last);
        return used.Where(epoch => epoch < MostEpochs).Max();
    }
}
