using Holdfire.Record.Entries;

namespace Holdfire.Record;

/// <summary>Says whether those who read a record can read a content, and all the rest with it, before it is let in.</summary>
public interface IEntryContentCheck
{
    /// <summary>What speaks against a content, in one line; null where it can be read. Called by several threads at a time.</summary>
    /// <param name="kind">The kind; for a correction, the kind of what it corrects.</param>
    /// <param name="item">The canonical content; for a correction, what it puts in place.</param>
    Error? Refusal(EntryKind kind, ReadOnlyMemory<byte> item);

    /// <summary>Demands that what the record holds stays readable as a whole with further entries. Called by one thread at a time.</summary>
    /// <param name="record">The record as it is.</param>
    /// <param name="entries">The entries, which none of the rules of docs/record-format.md need allow.</param>
    /// <param name="isPart">Whether they may name what comes only after them.</param>
    /// <exception cref="RecordException">It would not, or an entry is against the rules.</exception>
    void Demand(RecordReader record, IReadOnlyList<Entry> entries, bool isPart);

    /// <summary>The same for entries some of which are sealed, as those see the record who may see all of them. Nothing is remembered of it.</summary>
    /// <param name="record">The record as it is for those.</param>
    /// <param name="entries">The entries, with what is sealed in place of its commitment.</param>
    /// <param name="isPart">Whether they may name what comes only after them.</param>
    /// <exception cref="RecordException">It would not, or an entry is against the rules.</exception>
    void DemandSealed(RecordReader record, IReadOnlyList<Entry> entries, bool isPart);

    /// <summary>What speaks against what a correction or a withdrawal says of the change itself, in one line; null where it can be read.</summary>
    /// <param name="content">The canonical content of the entry.</param>
    Error? RefusalOfChange(ReadOnlyMemory<byte> content);
}
