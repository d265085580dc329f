using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>What an import would do to one item of a record.</summary>
/// <param name="Kind">The kind of the item.</param>
/// <param name="Id">Its id; empty for the head of the case.</param>
/// <param name="Effect">What would be done.</param>
/// <param name="Entry">The entry that is changed, undone or published; null for a new item.</param>
public sealed record ImportChange(EntryKind Kind, string Id, ImportEffect Effect, long? Entry);
