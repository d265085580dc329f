using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Reads what the journal holds after a stop of any kind.</summary>
internal static class JournalReplay
{
    /// <summary>The records of the files in order, and the number for the next file.</summary>
    /// <remarks>
    /// A file that was deleted may be back after a crash, or one of several. What such a file holds is published; the entries that are not
    /// lie in files that follow each other, which the roots of their checkpoints prove.
    /// </remarks>
    public static Parsed<(List<JournalRecord> Records, ulong NextFile)> Read(IFileLayer files, string folder, NoteVerifier log)
    {
        var records = new List<JournalRecord>();
        ulong next = 1;
        foreach (var name in files.List(folder))
        {
            if (Journal.NumberOf(name) is not { } number)
            {
                continue;
            }

            if (!ReadFile(files.Read(Path.Combine(folder, name)), number, log).Is(out var read, out var fault))
            {
                return fault.Within($"{LogFolder.Journal}/{name}");
            }

            records.AddRange(read);
            next = number + 1;
        }

        return (records, next);
    }

    /// <summary>The records of one file. The last may be torn: it was then not acknowledged, and is left out.</summary>
    public static Parsed<List<JournalRecord>> ReadFile(ReadOnlyMemory<byte> bytes, ulong number, NoteVerifier log)
    {
        var records = new List<JournalRecord>();
        long at = 0;
        while (at < bytes.Length && Next(bytes[(int)at..], number, log, records) is { } length)
        {
            at += JournalRecord.Padded(length);
        }

        // One writer syncs each record before it writes the next. A good record after a bad one means that the bad one was good once.
        // An entry may hold bytes that look like a record, but none under a checkpoint that the log signs only later.
        for (var later = at + JournalRecord.Alignment; later < bytes.Length; later += JournalRecord.Alignment)
        {
            if (JournalRecord.Read(bytes[(int)later..]) is { Ok: true, Value.Record: var record } && IsOf(record, number, log)
                && (records.Count == 0 || record.Checkpoint.Size > records[^1].Checkpoint.Size))
            {
                return new Fault($"byte {at}", "a record is damaged that later ones follow; it was acknowledged and cannot be dropped");
            }
        }

        return records.Count > 0 ? records : new Fault("byte 0", "expected the checkpoint that the file begins with");
    }

    private static bool IsOf(JournalRecord record, ulong number, NoteVerifier log) =>
        record.File == number && Checkpoint.Open(record.Note, log).Ok;

    private static long? Next(ReadOnlyMemory<byte> bytes, ulong number, NoteVerifier log, List<JournalRecord> records)
    {
        if (JournalRecord.Read(bytes) is not { Ok: true, Value: var (record, length) } || !IsOf(record, number, log))
        {
            return null;
        }

        // Only the first record of a file has no entries, and every other begins where the one before it ends.
        var follows = records.Count == 0 ? record.Entries.IsEmpty : !record.Entries.IsEmpty && record.Start == records[^1].Checkpoint.Size;
        if (!follows)
        {
            return null;
        }

        records.Add(record);
        return length;
    }
}
