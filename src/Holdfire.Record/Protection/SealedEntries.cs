using Holdfire.Record.Entries;

namespace Holdfire.Record.Protection;

/// <summary>The entries of a record that only some may see, as far as they are on this machine. Each file is read once.</summary>
/// <remarks>Not safe to call from several threads at a time.</remarks>
/// <param name="contents">The files next to the log.</param>
public sealed class SealedEntries(ContentFolder contents)
{
    private readonly SortedDictionary<long, (string Commitment, SealedEntry? Entry)> known = [];
    private long lookedAt;

    /// <summary>Those of next to a record's folder.</summary>
    /// <param name="folder">The folder.</param>
    public static SealedEntries Of(string folder) => new(new ContentFolder(folder));

    /// <summary>The labels of all that are here and not erased, in the order of the log.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="RecordException">A file is not what was committed to.</exception>
    public IEnumerable<string> Labels(RecordReader record) => Here(record).Select(s => s.Value.Entry.Audience).Distinct(StringComparer.Ordinal);

    /// <summary>Those that may be seen, by index.</summary>
    /// <param name="record">The record, at the size at which it is seen.</param>
    /// <param name="maySee">Whether an entry with a label may be seen.</param>
    /// <exception cref="RecordException">A file is not what was committed to.</exception>
    public IReadOnlyDictionary<long, SealedEntry> Seen(RecordReader record, Func<string, bool> maySee)
    {
        var labels = new Dictionary<string, bool>(StringComparer.Ordinal);
        bool MaySee(string label) => labels.TryGetValue(label, out var may) ? may : labels[label] = maySee(label);
        return Here(record).Where(s => MaySee(s.Value.Entry.Audience)).ToDictionary();
    }

    /// <summary>Asks the record as whoever may see some of what is sealed. Until that is answered this one must not be asked.</summary>
    /// <param name="record">The record, at the size at which it is seen.</param>
    /// <param name="maySee">Whether an entry with a label may be seen.</param>
    /// <param name="ask">What is asked; it keeps nothing of the record.</param>
    /// <exception cref="RecordException">A file is not what was committed to.</exception>
    public T Ask<T>(RecordReader record, Func<string, bool> maySee, Func<RecordReader, T> ask) =>
        Seen(record, maySee) is { Count: > 0 } seen ? record.With(seen, ask) : ask(record);

    /// <summary>The record as whoever may see some of what is sealed, as one of its own; the record itself where nothing of it is sealed and may be seen.</summary>
    /// <param name="record">The record.</param>
    /// <param name="maySee">Whether an entry with a label may be seen.</param>
    /// <exception cref="RecordException">A file is not what was committed to.</exception>
    public RecordReader Copy(RecordReader record, Func<string, bool> maySee) => Seen(record, maySee) is { Count: > 0 } seen ? record.CopyWith(seen) : record;

    private IEnumerable<KeyValuePair<long, SealedEntry>> Here(RecordReader record)
    {
        for (; lookedAt < record.Size; lookedAt++)
        {
            if (record.Ledger[lookedAt].Kind == EntryKind.Sealed)
            {
                known.Add(lookedAt, (record.Entry(lookedAt).Entry.ContentHash, null));
            }
        }

        foreach (var (index, (commitment, entry)) in known.TakeWhile(k => k.Key < record.Size).ToList())
        {
            // What is erased is taken from nowhere, though a copy of it may lie here.
            if (record.IsErased(index, commitment))
            {
                continue;
            }

            if (entry is null)
            {
                known[index] = (commitment, contents.FindSealed(commitment));
            }

            if (known[index].Entry is { } here)
            {
                yield return KeyValuePair.Create(index, here);
            }
        }
    }
}
