using System.Collections.Immutable;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>What the journal holds after a stop of any kind: good records in order, and where bytes are damaged.</summary>
internal sealed class JournalReplay
{
    // A journal that a writer made is hashed once, and where it is damaged a little more. Other bytes could ask for the square of their number.
    private const int MostHashings = 4;
    private const string TooMuch = "the bytes look like more records than a file of its length can hold; what follows was not searched";
    private const string NoBeginning = "expected the checkpoint that the file begins with, found other bytes";
    private readonly ImmutableArray<JournalRecord>.Builder records = ImmutableArray.CreateBuilder<JournalRecord>();
    private readonly ImmutableArray<JournalDamage>.Builder damage = ImmutableArray.CreateBuilder<JournalDamage>();
    private readonly ImmutableArray<JournalTail>.Builder tails = ImmutableArray.CreateBuilder<JournalTail>();
    private readonly NoteVerifier log;
    private long hashable;
    private bool isCutShort;

    private JournalReplay(NoteVerifier log) => this.log = log;

    /// <summary>The records of all files, in the order of the files.</summary>
    public ImmutableArray<JournalRecord> Records => records.ToImmutable();

    /// <summary>Where bytes are damaged.</summary>
    public ImmutableArray<JournalDamage> Damage => damage.ToImmutable();

    /// <summary>The records at the ends of files that are not whole.</summary>
    public ImmutableArray<JournalTail> Tails => tails.ToImmutable();

    /// <summary>Reads the files of a journal.</summary>
    /// <remarks>
    /// A file that was deleted may be back after a crash, or one of several. What such a file holds is published; the entries that are not
    /// lie in files that follow each other, which the roots of their checkpoints prove.
    /// </remarks>
    public static JournalReplay Read(IFileLayer files, string folder, NoteVerifier log)
    {
        var replay = new JournalReplay(log);
        foreach (var name in files.List(folder))
        {
            if (Journal.NumberOf(name) is { } number && files.FileExists(Path.Combine(folder, name)))
            {
                replay.ReadFile(name, number, files.Read(Path.Combine(folder, name)));
            }
        }

        return replay;
    }

    /// <summary>Reads one file.</summary>
    public static JournalReplay ReadFile(ReadOnlyMemory<byte> bytes, ulong number, NoteVerifier log)
    {
        var replay = new JournalReplay(log);
        replay.ReadFile(Journal.NameOf(number), number, bytes);
        return replay;
    }

    private void ReadFile(string name, ulong number, ReadOnlyMemory<byte> bytes)
    {
        JournalRecord? last = null;
        long at = 0;
        (hashable, isCutShort) = ((long)MostHashings * bytes.Length, false);
        while (at < bytes.Length)
        {
            if (Next(bytes[(int)at..], number, last) is { } next)
            {
                records.Add(last = next.Record);
                at += JournalRecord.Padded(next.Length);
                continue;
            }

            // One writer syncs each record before it writes the next. A good record after a bad one means that the bad one was good once.
            if (Later(bytes, at, number, last) is not { } later)
            {
                break;
            }

            damage.Add(new JournalDamage(
                name, number, at, last is null ? NoBeginning : "a record is damaged that later ones follow; it was acknowledged", later.Record.Start));
            records.Add(last = later.Record);
            at = later.At + JournalRecord.Padded(later.Length);
        }

        if (last is null)
        {
            damage.Add(new JournalDamage(name, number, 0, NoBeginning, null));
        }
        else if (isCutShort)
        {
            damage.Add(new JournalDamage(name, number, at, TooMuch, null));
        }
        else if (at < bytes.Length && JournalRecord.HasHeader(bytes.Span[(int)at..], number))
        {
            tails.Add(new JournalTail(name, at, SizeOf(JournalRecord.NoteOf(bytes[(int)at..]))));
        }
    }

    // An entry may hold bytes that look like a record, but none under a checkpoint that the log signs only later.
    private (JournalRecord Record, long Length, long At)? Later(ReadOnlyMemory<byte> bytes, long bad, ulong number, JournalRecord? last)
    {
        for (var at = bad + JournalRecord.Alignment; at < bytes.Length && !isCutShort; at += JournalRecord.Alignment)
        {
            if (Good(bytes[(int)at..], number) is { } found && (last is null || found.Record.Checkpoint.Size > last.Checkpoint.Size))
            {
                return (found.Record, found.Length, at);
            }
        }

        return null;
    }

    // Only the first record of a file has no entries, and every other begins where the one before it ends.
    private (JournalRecord Record, long Length)? Next(ReadOnlyMemory<byte> bytes, ulong number, JournalRecord? last) =>
        Good(bytes, number) is { } found
        && (last is null ? found.Record.Entries.IsEmpty : !found.Record.Entries.IsEmpty && found.Record.Start == last.Checkpoint.Size)
            ? found : null;

    // The note is looked at first: it is short, and without the log's signature nothing else needs to be hashed.
    private (JournalRecord Record, long Length)? Good(ReadOnlyMemory<byte> bytes, ulong number)
    {
        if (!JournalRecord.HasHeader(bytes.Span, number)
            || JournalRecord.LengthOf(bytes.Span) is not { } length
            || SizeOf(JournalRecord.NoteOf(bytes)) is null)
        {
            return null;
        }

        hashable -= length;
        isCutShort |= hashable < 0;
        return !isCutShort && JournalRecord.Read(bytes) is { Ok: true, Value: var found } ? found : null;
    }

    private long? SizeOf(SignedNote? note) => note is not null && Checkpoint.Open(note, log).Is(out var checkpoint, out _) ? checkpoint.Size : null;
}
