using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Records;

/// <summary>What has become of an entry, in words.</summary>
internal static class StandingWords
{
    public static string Of(Ledger ledger, long index, Entry entry)
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
