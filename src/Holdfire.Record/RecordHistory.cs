using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record;

/// <summary>How many entries a record held at an instant.</summary>
public static class RecordHistory
{
    /// <summary>The largest size that a witness had cosigned by then; null where no witness ever cosigned the record.</summary>
    /// <remarks>0 where a witness cosigned it, but not by then. A cosignature counts only where its size is a beginning of the record.</remarks>
    /// <exception cref="RecordException">The keys of the witnesses, a kept checkpoint or a tile cannot be read.</exception>
    public static long? CosignedBy(RecordReader record, Instant instant)
    {
        var witnesses = record.Log.WitnessKeys().OrThrow();
        var notes = CosignedCheckpoints.Read(record.Log.Folder).Select(k => k.Note).Where(n => n.Ok).Select(n => n.Value).Append(record.Log.Note);
        long? largest = null;
        foreach (var note in notes)
        {
            if (!Checkpoint.Parse(note.Text).Is(out var checkpoint, out _) || checkpoint.Size > record.Size
                || record.Log.Root(checkpoint.Size) != checkpoint.Root)
            {
                continue;
            }

            foreach (var at in note.Signatures.SelectMany(s => witnesses.Where(w => w.Verify(note.Text, s)).Select(w => w.CosignedAt(s))).OfType<Instant>())
            {
                largest = Math.Max(largest ?? 0, at <= instant ? checkpoint.Size : 0);
            }
        }

        return largest;
    }

    /// <summary>The number of entries before the first one whose own time, as its submitter stated it, is later.</summary>
    /// <remarks>Nobody vouches for these times.</remarks>
    /// <exception cref="RecordException">An entry cannot be read.</exception>
    public static long MadeBy(RecordReader record, Instant instant) =>
        record.Entries().Where(e => e.Entry.Made > instant).Select(e => (long?)e.Index).FirstOrDefault() ?? record.Size;

    /// <summary>The entries that stood at a size and whose protected content was destroyed since.</summary>
    /// <param name="record">The record as it is now.</param>
    /// <param name="then">The same record at the smaller size.</param>
    public static IEnumerable<long> ErasedSince(RecordReader record, RecordReader then)
    {
        for (var i = 0L; i < then.Size; i++)
        {
            if (then.Ledger[i] is { ErasedBy: < 0, Standing: State.Standing.Stands, Kind: not Entries.EntryKind.Sealed } && record.Ledger[i].ErasedBy >= 0)
            {
                yield return i;
            }
        }
    }
}
