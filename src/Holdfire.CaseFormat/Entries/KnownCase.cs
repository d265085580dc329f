using System.Collections.Immutable;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Tlog;

namespace Holdfire.CaseFormat.Entries;

/// <summary>What a writer knows of a case that it read whole, so that one more report does not take another reading of all of it.</summary>
/// <remarks>
/// It is kept only where the record holds nothing protected and all of it could be read. A new report can then take nothing away: it brings an id
/// that is new, and names only what is known. Of anything else, and wherever this finds anything wrong, the whole case is asked.
/// </remarks>
internal sealed class KnownCase
{
    private LoadState? state;
    private long size;

    // The leaves of entries after the size that were read too, before the log had taken them.
    private ImmutableArray<MerkleHash> ahead = [];

    /// <summary>Whether these are reports with which the case can still be read; false where that is not known.</summary>
    public bool Admits(RecordReader record, IReadOnlyList<Entry> entries)
    {
        if (state is null || !entries.All(IsOpenReport))
        {
            return false;
        }

        if (!CatchUp(record))
        {
            state = null;
            return false;
        }

        var trial = state.Fork();
        for (var i = 0; i < entries.Count; i++)
        {
            Read(trial, entries[i], EntryName.Of(record.Size + i));
        }

        trial.Ids.CheckReferences(trial.Parts, trial.Inclusions, trial.Quotes);
        foreach (var links in (LinkBook[])[trial.Parts, trial.Inclusions, trial.Quotes])
        {
            links.Check(trial.Errors);
        }

        return trial.Errors.Count == 0;
    }

    /// <summary>Keeps what a reading of the record with further entries noted.</summary>
    /// <param name="read">What it noted; nothing was wrong in it.</param>
    /// <param name="record">The record, without the entries.</param>
    /// <param name="entries">The entries.</param>
    public void Keep(LoadState read, RecordReader record, IReadOnlyList<Entry> entries) =>
        (state, size, ahead) = (read, record.Size, [.. entries.Select(e => MerkleHash.OfLeaf(e.Bytes.Span))]);

    /// <summary>Knows nothing any more.</summary>
    public void Drop() => state = null;

    private static bool IsOpenReport(Entry entry) => entry.Kind == EntryKind.Report && !entry.IsProtected;

    // Reads what the record holds since. False where that is more than reports.
    private bool CatchUp(RecordReader record)
    {
        for (; size < record.Size; size++)
        {
            var (_, leaf, entry) = record.Entry(size);
            if (!ahead.IsEmpty)
            {
                if (ahead[0] != leaf)
                {
                    return false;
                }

                ahead = ahead.RemoveAt(0);
            }
            else if (IsOpenReport(entry))
            {
                Read(state!, entry, EntryName.Of(size));
            }
            else if (!entry.IsSealed && (entry.IsProtected || entry.Kind is not (EntryKind.Key or EntryKind.Attachment or EntryKind.Finding or EntryKind.Parameters)))
            {
                return false;
            }
        }

        return ahead.IsEmpty && state!.Errors.Count == 0;
    }

    private static void Read(LoadState state, Entry entry, string name) =>
        ReportItems.Read(new CaseItem(EntryKind.Report, entry.Content!.Value, name), state, new ReportReader(state), new JsonReportFields());
}
