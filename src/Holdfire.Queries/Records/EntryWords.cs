using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Queries;

/// <summary>What an entry of a record is and what has become of it, in words.</summary>
public static class EntryWords
{
    /// <summary>The id of the item that an entry holds or changes; empty where it has none or is protected.</summary>
    public static string IdOf(RecordReader record, Entry entry) =>
        entry.Item.Id.Length == 0 && entry.Item.Of is { } of && record.Ledger.Find(of) is { } target ? record.Entry(target).Entry.Item.Id : entry.Item.Id;

    /// <summary>Whether an entry holds the words of a source in whose name its submitter's key speaks.</summary>
    public static bool IsBySource(Ledger ledger, long index, KeyId key) =>
        ledger.Keys.Find(key)?.SpeaksAs.Contains(ledger[index].AttributedTo) ?? false;

    /// <summary>Who answers for an entry.</summary>
    public static string SignedBy(Ledger ledger, long index, KeyId key)
    {
        var state = ledger[index];
        return state.AttributedTo.Length == 0 ? $"entered by {state.Submitter}"
            : IsBySource(ledger, index, key) ? $"signed by the source {state.AttributedTo}"
            : $"entered by {state.Submitter}, attributed to {state.AttributedTo}";
    }

    /// <summary>What has become of an entry.</summary>
    public static string StandingOf(Ledger ledger, long index, Entry entry)
    {
        var state = ledger[index];
        var standing = state.Standing switch
        {
            Standing.Corrected when ledger[state.ChangedBy].Standing == Standing.SetAside =>
                FormattableString.Invariant($"stands again, since entry {state.ChangedBy}, which corrected it, is set aside"),
            Standing.Corrected => FormattableString.Invariant($"corrected by entry {state.ChangedBy}"),
            Standing.Withdrawn => FormattableString.Invariant($"withdrawn by entry {state.ChangedBy}"),
            Standing.SetAside => FormattableString.Invariant($"set aside by entry {state.ChangedBy}"),
            Standing.Refused => "against the rules",
            _ when entry.Kind == EntryKind.Correction => FormattableString.Invariant($"stands in place of entry {state.Root}"),
            _ => "stands",
        };
        return state.ErasedBy >= 0 ? FormattableString.Invariant($"{standing}; content erased by entry {state.ErasedBy}")
            : entry.IsProtected ? $"{standing}; content protected" : standing;
    }
}
