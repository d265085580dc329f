using System.Collections.Immutable;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The case of a record as it would be with further entries: what can be read now stays so, and all that is new can be read.</summary>
/// <remarks>
/// Both the case of all and that of those who see protected contents are looked at, since an open entry may name only what is open. A record
/// without a head holds no case yet: its items may come in any order. An undone setting aside brings back what cannot be read, as it says.
/// </remarks>
/// <param name="record">The record as it is.</param>
/// <param name="entries">The entries.</param>
/// <param name="isPart">Whether they may name what comes only after them.</param>
/// <param name="known">What is known of the case from before.</param>
/// <param name="reading">Is told of each reading of the whole case.</param>
internal sealed class CaseWithEntries(RecordReader record, IReadOnlyList<Entry> entries, bool isPart, KnownCase known, Action reading)
{
    private readonly ContentFolder contents = new(record.Log.Folder);

    /// <summary>Refuses the entries where it would not be so.</summary>
    /// <exception cref="RecordException">It would not, or an entry is against the rules.</exception>
    public void Demand()
    {
        if (entries.All(e => !Concerns(e)) || known.Admits(record, entries))
        {
            return;
        }

        known.Drop();
        DemandOneHead();
        // What is sealed and not unsealed here is in neither case.
        var isAnyProtected = entries.Any(e => e is { IsProtected: true, IsSealed: false })
            || Enumerable.Range(0, (int)record.Size).Any(i => record.Ledger[i] is { Protected: true, Kind: not EntryKind.Sealed });
        if (entries.Any(e => !e.IsProtected))
        {
            Demand(false, isKept: !isAnyProtected);
        }

        if (isAnyProtected && contents.HasPrivate)
        {
            Demand(true, isKept: false);
        }
    }

    private bool Concerns(Entry entry) => entry.Kind switch
    {
        EntryKind.SetAside => true,
        EntryKind.Withdrawal => KindOf(entry) is not EntryKind.SetAside,
        EntryKind.Correction => IsInCase(entry.Item.Kind),
        _ => IsInCase(entry.Kind),
    };

    private static bool IsInCase(EntryKind kind) =>
        EntryKinds.MayBeProtected(kind) && kind is not (EntryKind.Attachment or EntryKind.Finding or EntryKind.Parameters);

    // Null where it changes one of the entries that come with it, or none at all.
    private EntryKind? KindOf(Entry change) => record.Ledger.Find(change.Item.Of!.Value) is { } index ? record.Ledger[index].Kind : null;

    // Of two heads all would read the first, and those who see protected contents perhaps another one.
    private void DemandOneHead()
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Kind == EntryKind.Case && record.Ledger.FindKind(EntryKind.Case) is { } begun)
            {
                throw new RecordException(RecordError.Invalid(
                    FormattableString.Invariant($"entry {i + 1} of {entries.Count}"),
                    "a record without a head of the case", FormattableString.Invariant($"that of entry {begun}")));
            }
        }
    }

    private void Demand(bool withProtected, bool isKept)
    {
        var hasHead = (withProtected ? record.Ledger.FindKind(EntryKind.Case) : record.Ledger.Find(EntryKind.Case, "")) is not null;
        if (!hasHead && !entries.Any(e => e.Kind == EntryKind.Case))
        {
            return;
        }

        var (load, state) = record.With(entries, r => Load(r, withProtected));
        var found = Errors(load);
        if (found.IsEmpty)
        {
            if (isKept && load.Without.IsEmpty)
            {
                known.Keep(state!, record, entries);
            }

            return;
        }

        var before = Errors(Load(record, withProtected).Load).Select(f => f.Where).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Error> errors = [.. found.Where(f => IsNew(f, out var entry)
            ? !isPart && (hasHead || entry.Kind != EntryKind.Case)
            : hasHead && !before.Contains(f.Where)).Distinct()];
        if (!errors.IsEmpty)
        {
            throw new CaseRefusedException(errors, record.Size, withProtected);
        }
    }

    private bool IsNew(Error error, out Entry entry)
    {
        var index = EntryName.IndexOf(error.Where) is { } i && i >= record.Size ? (int)(i - record.Size) : -1;
        entry = entries[Math.Max(index, 0)];
        return index >= 0;
    }

    private (CaseLoad Load, LoadState? State) Load(RecordReader from, bool withProtected)
    {
        reading();
        return (RecordCase.Load(from, contents, withProtected, null, [], out var state), state);
    }

    private static ImmutableArray<Error> Errors(CaseLoad load) => load.Errors.AddRange(load.SetAside);
}
