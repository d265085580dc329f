using System.Buffers;
using System.Globalization;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The append-only files that make a commit durable with one sync, until its tiles are published.</summary>
/// <remarks>
/// Files have numbers that only grow. Each is filled with zeroes or with older records before it is used, so that a commit writes
/// into space that the disk already has and its sync has no metadata to write. A record carries the number of its file: one
/// left over from an earlier use is never taken for a new one. The caller serialises calls to <see cref="Append"/>; the other
/// methods may be called beside it.
/// </remarks>
internal sealed class Journal : IDisposable
{
    public const string Spare = "spare";
    private const string NewMark = LogFolder.Acknowledged + ".new";
    private const int FirstBytes = 1 << 20;
    private const int Growth = 4;
    private readonly IFileLayer files;
    private readonly string folder;
    private readonly int largest;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Lock gate = new();
    private readonly Queue<(IOpenFile File, string Path, long End, long Bytes)> full = [];

    // Files stay open from their making on: what is written to is the very file that was made here, whatever its name leads to by then.
    private IOpenFile file;
    private IOpenFile? spare;
    private readonly IOpenFile mark;
    private ulong number;
    private long capacity;
    private long at;
    private long end;
    private long spareBytes;

    /// <summary>Begins a new journal file at a checkpoint. Older files stay until <see cref="DiscardBefore"/>.</summary>
    public Journal(IFileLayer files, string folder, int largest, ulong number, SignedNote start, long size)
    {
        this.files = files;
        this.folder = folder;
        this.largest = largest;
        this.number = number;
        end = size;
        capacity = Math.Min(FirstBytes, largest);
        mark = BeginMark(size);
        Fill(capacity);
        file = Begin(start);
    }

    /// <summary>The name of a journal file.</summary>
    public static string NameOf(ulong number) => number.ToString("D20", CultureInfo.InvariantCulture);

    /// <summary>Makes a group durable: when this returns, it is. After an exception the journal must not be used.</summary>
    public void Append(SignedNote before, SignedNote note, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var record = JournalRecord.Write(number, note, entries, buffer);
        if (at + JournalRecord.Padded(record.Length) > capacity)
        {
            Turn(before, JournalRecord.Padded(record.Length));
            record = JournalRecord.Write(number, note, entries, buffer);
        }

        file.Write(at, record.Span);
        file.SyncData();
        at += JournalRecord.Padded(record.Length);
        end += entries.Count;
    }

    /// <summary>Notes that a group is about to be acknowledged. It outlives this process, but not a power cut.</summary>
    public void Acknowledge(long size) => mark.Write(0, JournalMark.Write(size));

    // It comes into its place whole, so that one that cannot be read is damaged and was not merely begun.
    private IOpenFile BeginMark(long size)
    {
        var (path, made) = (Path.Combine(folder, LogFolder.Acknowledged), Path.Combine(folder, NewMark));
        var begun = files.Create(made);
        begun.Write(0, JournalMark.Write(size));
        begun.Sync();
        files.Rename(made, path);
        files.SyncFolder(folder);
        return begun;
    }

    /// <summary>Lets go of the files whose entries are all published, and prepares the next one.</summary>
    public void Trim(long published)
    {
        lock (gate)
        {
            while (full.TryPeek(out var oldest) && oldest.End <= published)
            {
                full.Dequeue();
                if (spareBytes == 0 && oldest.Bytes == largest)
                {
                    files.Rename(oldest.Path, Path.Combine(folder, Spare));
                    (spare, spareBytes) = (oldest.File, oldest.Bytes);
                }
                else
                {
                    oldest.File.Dispose();
                    files.Delete(oldest.Path);
                }

                files.SyncFolder(folder);
            }

            // Written ahead of need, here and not in a commit.
            if (spareBytes == 0 && at > capacity / 2)
            {
                Fill(Math.Min(capacity * Growth, largest));
            }
        }
    }

    /// <summary>Deletes the files with lower numbers, whose entries are all published.</summary>
    public static void DiscardBefore(IFileLayer files, string folder, ulong number)
    {
        foreach (var name in files.List(folder).Where(n => NumberOf(n) is { } other && other < number))
        {
            files.Delete(Path.Combine(folder, name));
        }

        files.SyncFolder(folder);
    }

    /// <summary>The number in a journal file's name; null where the name is another's.</summary>
    public static ulong? NumberOf(string name) =>
        name.Length == 20 && ulong.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        mark.Dispose();
        file.Dispose();
        spare?.Dispose();
        foreach (var (older, _, _, _) in full)
        {
            older.Dispose();
        }
    }

    private void Turn(SignedNote before, long needed)
    {
        lock (gate)
        {
            full.Enqueue((file, Path.Combine(folder, NameOf(number)), end, capacity));
            number++;
            needed += JournalRecord.Padded(JournalRecord.Write(number, before, [], buffer).Length);
            if (spareBytes < needed)
            {
                Fill(Math.Max(needed, Math.Min(capacity * Growth, largest)));
            }

            capacity = spareBytes;
            file = Begin(before);
        }
    }

    private void Fill(long bytes)
    {
        spare?.Dispose();
        spare = files.Create(Path.Combine(folder, Spare));
        var zeroes = new byte[Math.Min(bytes, FirstBytes)];
        for (long offset = 0; offset < bytes; offset += zeroes.Length)
        {
            spare.Write(offset, zeroes.AsSpan(0, (int)Math.Min(zeroes.Length, bytes - offset)));
        }

        spare.Sync();
        spareBytes = bytes;
    }

    // The first record is durable under the spare's name before the file gets its own, so a file with a number always begins well.
    private IOpenFile Begin(SignedNote start)
    {
        var path = Path.Combine(folder, NameOf(number));
        var opened = spare!;
        var record = JournalRecord.Write(number, start, [], buffer);
        opened.Write(0, record.Span);
        opened.SyncData();
        files.Rename(Path.Combine(folder, Spare), path);
        files.SyncFolder(folder);
        (spare, spareBytes) = (null, 0);
        at = JournalRecord.Padded(record.Length);
        return opened;
    }
}
