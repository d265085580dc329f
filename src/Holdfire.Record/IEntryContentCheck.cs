using Holdfire.Record.Entries;

namespace Holdfire.Record;

/// <summary>Says whether those who read a record can read a content, before it is let in.</summary>
public interface IEntryContentCheck
{
    /// <summary>What speaks against a content, in one line; null where it can be read. Called by several threads at a time.</summary>
    /// <param name="kind">The kind; for a correction, the kind of what it corrects.</param>
    /// <param name="item">The canonical content; for a correction, what it puts in place.</param>
    string? Refusal(EntryKind kind, ReadOnlyMemory<byte> item);
}
