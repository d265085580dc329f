using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using NSec.Cryptography;

namespace Holdfire.Record.State;

/// <summary>
/// What follows from the entries in the order of the log: which keys are in use, which entries stand, which are corrected,
/// withdrawn or erased. It is what decides whether an entry may come next.
/// </summary>
/// <remarks>Keeps about 130 bytes an entry, for up to 2^31 entries. Not safe to call from several threads at a time.</remarks>
public sealed class Ledger
{
    private readonly Dictionary<MerkleHash, int> byHash = [];
    private readonly Dictionary<UInt128, int> byItem = [];
    private readonly Dictionary<string, (int Index, bool Binds)> commitments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<PackedState> states = [];
    private readonly Dictionary<(string Submitter, string Source), long> lastNumbers = [];
    private readonly List<StateChange> changes = [];
    private readonly Stack<Action> undo = [];
    private bool canUndo;
    private KeyRing? keysBefore;

    /// <summary>The keys.</summary>
    public KeyRing Keys { get; private set; } = new();

    /// <summary>How many entries it has taken.</summary>
    public long Count => states.Count;

    /// <summary>What is known of an entry.</summary>
    public EntryState this[long index]
    {
        get
        {
            var state = states[checked((int)index)];
            return new EntryState(
                (EntryKind)state.Kind, names[state.Submitter], names[state.AttributedTo], state.Root, (Standing)state.Standing, state.ChangedBy,
                state.Protected, state.ErasedBy);
        }
    }

    /// <summary>
    /// The index of the entry that says the content behind a protected entry is destroyed, or null. Of entries with the same commitment
    /// the content is the first one's, so that it is gone for all of them when it is erased there.
    /// </summary>
    /// <param name="index">The index of the entry.</param>
    /// <param name="commitment">Its commitment.</param>
    public long? ErasureOf(long index, string commitment)
    {
        var own = states[checked((int)index)].ErasedBy;
        return own >= 0 ? own
            : commitments.TryGetValue(commitment, out var first) && states[first.Index].ErasedBy is >= 0 and var by ? by : null;
    }

    /// <summary>The index of the entry with this leaf hash, or null.</summary>
    public long? Find(MerkleHash leaf) => byHash.TryGetValue(leaf, out var index) ? index : null;

    /// <summary>The index of the entry of this kind and id that stands now, or null. A case has the id "".</summary>
    public long? Find(EntryKind kind, string id) =>
        byItem.TryGetValue(ItemKey(kind, id), out var index) && states[index].Standing == (byte)Standing.Stands ? index : null;

    /// <summary>The index of the entry that has this kind and id in use, whether it stands or is set aside; or null.</summary>
    public long? FindInUse(EntryKind kind, string id) => byItem.TryGetValue(ItemKey(kind, id), out var index) ? index : null;

    /// <summary>The index of the first entry of this kind that stands, protected or not; null where there is none.</summary>
    public long? FindKind(EntryKind kind)
    {
        var index = states.FindIndex(s => s.Kind == (byte)kind && s.Standing == (byte)Standing.Stands);
        return index < 0 ? null : index;
    }

    /// <summary>The entries that stand or are set aside with an item of this id, whatever its kind; the id may be written <c>kind:id</c>.</summary>
    public ImmutableArray<long> FindCurrent(string id) => [.. KeysOf(id).Where(byItem.ContainsKey).Select(k => (long)byItem[k]).Order()];

    /// <summary>The last entry of each item that ever had this id, as it was corrected, withdrawn or set aside; the id may be written <c>kind:id</c>.</summary>
    public ImmutableArray<long> FindEver(string id)
    {
        var keys = KeysOf(id).ToHashSet();
        var last = new Dictionary<UInt128, long>();
        for (var i = 0; i < states.Count; i++)
        {
            if (keys.Contains(states[i].Item))
            {
                last[states[i].Item] = i;
            }
        }

        return [.. last.Values.Order()];
    }

    /// <summary>The entries that hold a version of the same item as this one, in order: also those before a withdrawal of it.</summary>
    public ImmutableArray<long> Versions(long index)
    {
        var of = states[checked((int)index)];
        return [.. Enumerable.Range(0, states.Count).Where(i => states[i].Root == of.Root || (of.Item != 0 && states[i].Item == of.Item)).Select(i => (long)i)];
    }

    /// <summary>The last running number that a submitter gave a report of this source, or 0.</summary>
    public long LastNumber(string submitter, string source) => lastNumbers.GetValueOrDefault((submitter, source));

    /// <summary>Whether a key may correct or withdraw an entry: its submitter's, or one that speaks as its source. False for a key that is not registered.</summary>
    public bool MayChange(KeyId key, long index) => Keys.Find(key) is { } known && IsOwn(known, this[index]);

    /// <summary>
    /// Takes the next entry: null, or what speaks against it; then nothing is taken. The signature is left to the caller, by
    /// the key that is found, unless the entry changes keys.
    /// </summary>
    public Error? Take(Entry entry, MerkleHash leaf, out PublicKey? key)
    {
        key = null;
        var target = -1;
        if (canUndo && entry.Kind is (EntryKind.Key or EntryKind.Record))
        {
            keysBefore ??= Keys.Copy();
        }

        // An entry that changes keys changes nothing else, so that no error comes after its change is made.
        var error = Replayed(leaf) ?? Copied(entry) ?? Keys.Take(Count, entry, out key) ?? Miscounted(entry) ?? Changes(entry, out target);
        if (error is null)
        {
            Apply(entry, leaf, target);
        }

        return error;
    }

    /// <summary>What speaks against an entry as the next one, or null; nothing is taken in either case.</summary>
    internal Error? Try(Entry entry, MerkleHash leaf, out PublicKey? key)
    {
        var mark = Begin();
        try
        {
            return Take(entry, leaf, out key);
        }
        finally
        {
            Undo(mark);
        }
    }

    /// <summary>
    /// Takes what is sealed by an entry in its place: null, or what speaks against it; then nothing is taken. All that stands in the open was taken
    /// before, so that nothing that is sealed keeps it from standing.
    /// </summary>
    /// <param name="index">The index of the entry that holds the commitment.</param>
    /// <param name="entry">What is sealed.</param>
    /// <param name="isSignedBy">Whether it is signed by a key.</param>
    internal Error? Unseal(long index, Entry entry, Func<PublicKey, bool> isSignedBy)
    {
        PublicKey? key = null;
        var at = checked((int)index);
        var target = -1;
        var error = states[at] is not { Kind: (byte)EntryKind.Sealed, Standing: (byte)Standing.Stands, ErasedBy: < 0 } ? RecordError.Of("an entry that is sealed", FormattableString.Invariant($"entry {index}"))
            : Keys.OfSealed(index, entry, out key) ?? Changes(entry, out target)
                ?? (target >= at ? RecordError.Of("the hash of an earlier entry under 'of'", FormattableString.Invariant($"that of entry {target}")) : null)
                ?? (isSignedBy(key!) ? null : RecordError.Of($"a signature by {entry.Submitter}'s key {entry.Key}", "another"));
        if (error is null)
        {
            Change(entry, target, at);
            Set(at, StateOf(entry, target, at));
            SetItem(entry, at);
        }

        return error;
    }

    /// <summary>The ledger as it was when it had taken so many entries, apart from running numbers, which only the next entry needs.</summary>
    /// <param name="size">How many entries, at most <see cref="Count"/>.</param>
    internal Ledger At(long size)
    {
        var then = states[..(int)size];
        foreach (var change in Enumerable.Reverse(changes).TakeWhile(c => c.At >= size).Where(c => c.Target < size))
        {
            then[change.Target] = change.Before;
        }

        return Of(
            then.Count, names, then, byHash.Where(h => h.Value < size).Select(h => (h.Key, h.Value)),
            Commitments.Where(c => c.Index < size), changes.TakeWhile(c => c.At < size), [], () => Keys.At(size));
    }

    /// <summary>A ledger of what another one held. Each part is gone through once, in the order of the parameters.</summary>
    internal static Ledger Of(
        int count, IEnumerable<string> names, IEnumerable<PackedState> states, IEnumerable<(MerkleHash Leaf, int Index)> leaves,
        IEnumerable<(string Commitment, int Index, bool Binds)> commitments, IEnumerable<StateChange> changes,
        IEnumerable<(string Submitter, string Source, long Number)> lastNumbers, Func<KeyRing> keys)
    {
        var ledger = new Ledger();
        ledger.Expect(count + (count / 64));
        foreach (var name in names)
        {
            ledger.Number(name);
        }

        foreach (var state in states)
        {
            ledger.Hold(state);
        }

        foreach (var (leaf, index) in leaves)
        {
            ledger.byHash.Add(leaf, index);
        }

        foreach (var (commitment, index, binds) in commitments)
        {
            ledger.commitments.Add(commitment, (index, binds));
        }

        ledger.changes.AddRange(changes);
        foreach (var (submitter, source, number) in lastNumbers)
        {
            ledger.lastNumbers.Add((submitter, source), number);
        }

        ledger.Keys = keys();
        return ledger;
    }

    // The entry that stands has its item in use or, where none does, the last one that is set aside.
    private void Hold(PackedState state)
    {
        if (state.Item != 0 && (state.Standing == (byte)Standing.Stands || (state.Standing == (byte)Standing.SetAside && StandingIn(state.Item) is null)))
        {
            Put(state.Item, states.Count);
        }

        states.Add(state);
    }

    private int? StandingIn(UInt128 item) =>
        byItem.TryGetValue(item, out var index) && states[index].Standing == (byte)Standing.Stands ? index : null;

    internal ReadOnlySpan<PackedState> States => CollectionsMarshal.AsSpan(states);

    internal IReadOnlyCollection<string> Names => names;

    internal IReadOnlyCollection<StateChange> History => changes;

    internal IReadOnlyCollection<(string Commitment, int Index, bool Binds)> Commitments =>
        [.. commitments.Select(c => (c.Key, c.Value.Index, c.Value.Binds)).OrderBy(c => c.Index)];

    internal IReadOnlyCollection<(string Submitter, string Source, long Number)> LastNumbers =>
        [.. lastNumbers.Where(n => n.Value > 0).Select(n => (n.Key.Submitter, n.Key.Source, n.Value))
            .OrderBy(n => n.Submitter, StringComparer.Ordinal).ThenBy(n => n.Source, StringComparer.Ordinal)];

    /// <summary>The leaf hashes in order. Of an entry that was refused since it came twice, or is missing, 32 zero bytes.</summary>
    internal MerkleHash[] Leaves()
    {
        var leaves = new MerkleHash[states.Count];
        foreach (var (leaf, index) in byHash)
        {
            leaves[index] = leaf;
        }

        return leaves;
    }

    /// <summary>Makes room for so many entries at once; growing by doubling would hold the old room beside the new.</summary>
    internal void Expect(long count)
    {
        var entries = (int)Math.Min(count, Array.MaxLength / 2);
        byHash.EnsureCapacity(entries);
        byItem.EnsureCapacity(entries);
        states.EnsureCapacity(entries);
    }

    /// <summary>From here on, what is taken can be undone. Gives what <see cref="Undo(int)"/> goes back to.</summary>
    internal int Begin()
    {
        canUndo = true;
        return undo.Count;
    }

    /// <summary>Keeps what was taken since <see cref="Begin"/>.</summary>
    internal void Keep()
    {
        undo.Clear();
        (canUndo, keysBefore) = (false, null);
    }

    /// <summary>Is as it was at the first <see cref="Begin"/> again.</summary>
    internal void Undo() => Undo(0);

    /// <summary>Is as it was at a <see cref="Begin"/> again.</summary>
    /// <param name="mark">What that gave.</param>
    internal void Undo(int mark)
    {
        while (undo.Count > mark)
        {
            undo.Pop()();
        }

        // Between two marks no entry changes keys: what is unsealed is none that does.
        Keys = keysBefore ?? Keys;
        (canUndo, keysBefore) = (mark > 0, null);
    }

    /// <summary>Notes the place of an entry that is not taken.</summary>
    public void Skip(MerkleHash leaf)
    {
        byHash.TryAdd(leaf, states.Count);
        SkipMissing();
    }

    /// <summary>Notes the place of an entry of which nothing is known.</summary>
    public void SkipMissing() => states.Add(new PackedState(
        0, states.Count, -1, -1, Number(""), Number(""), (byte)EntryKind.Withdrawal, (byte)Standing.Refused, false));

    private static IEnumerable<UInt128> KeysOf(string id)
    {
        foreach (var kind in EntryKinds.All.Where(EntryKinds.MayBeProtected))
        {
            yield return ItemKey(kind, id);
            if (id.StartsWith(EntryKinds.NameOf(kind) + ":", StringComparison.Ordinal))
            {
                yield return ItemKey(kind, id[(EntryKinds.NameOf(kind).Length + 1)..]);
            }
        }
    }

    private static UInt128 ItemKey(EntryKind kind, string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{EntryKinds.NameOf(kind)}\n{id}"), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private Error? Replayed(MerkleHash leaf) => byHash.TryGetValue(leaf, out var index)
        ? RecordError.Of("a new entry", FormattableString.Invariant($"entry {index} again"))
        : null;

    private Error? Miscounted(Entry entry) =>
        entry.Number is { } number && LastNumber(entry.Submitter, entry.Item.AttributedTo) is var last && number <= last
            ? RecordError.Of(FormattableString.Invariant($"a number above {last}, the last of {entry.Submitter} for {entry.Item.AttributedTo}"), FormattableString.Invariant($"{number}"))
            : null;

    // A commitment is new, as a leaf is; only between two of the first form, which anyone could copy, is a repetition borne.
    private Error? Copied(Entry entry) =>
        entry.IsProtected && commitments.TryGetValue(entry.ContentHash, out var before) && (before.Binds || entry.BindsCommitment)
            ? RecordError.Of("a new commitment", FormattableString.Invariant($"that of entry {before.Index}"))
            : null;

    // What an entry changes, or what speaks against the change.
    private Error? Changes(Entry entry, out int target)
    {
        target = -1;
        if (entry.Item.Of is not { } of)
        {
            return HasItem(entry) && byItem.TryGetValue(ItemKey(entry.Kind, entry.Item.Id), out var before) && !IsFree(entry.Kind, before)
                ? RecordError.Of(FormattableString.Invariant($"a {EntryKinds.NameOf(entry.Kind)} id that is not in use"), FormattableString.Invariant($"'{entry.Item.Id}' of entry {before}"))
                : null;
        }

        if (!byHash.TryGetValue(of, out target))
        {
            return RecordError.Of("the hash of an earlier entry under 'of'", $"{Convert.ToHexStringLower(of.ToArray())}");
        }

        var state = this[target];
        if (entry.Kind == EntryKind.SetAside && !Keys.Find(entry.Key)!.IsRegistrar)
        {
            return RecordError.Of(FormattableString.Invariant($"the registrar to set entry {target} aside"), FormattableString.Invariant($"{entry.Submitter}"));
        }

        if (state.Kind == EntryKind.Sealed && (entry.Kind != EntryKind.Erasure || !Keys.Find(entry.Key)!.IsRegistrar))
        {
            return RecordError.Of(FormattableString.Invariant($"an entry that may be seen, or an erasure by the registrar, of entry {target}"), FormattableString.Invariant($"a {EntryKinds.NameOf(entry.Kind)} by {entry.Submitter}"));
        }

        if (!MayChange(entry, state))
        {
            return RecordError.Of(FormattableString.Invariant($"its submitter, {state.Submitter}, or its source to change entry {target}"), FormattableString.Invariant($"{entry.Submitter}"));
        }

        return entry.Kind == EntryKind.Erasure ? Erasable(target, state) : Changeable(entry, target, state);
    }

    private static Error? Erasable(long target, EntryState state) =>
        !state.Protected ? RecordError.Of("an entry with a protected content", FormattableString.Invariant($"entry {target}"))
        : state.ErasedBy >= 0 ? RecordError.Of("a content that is not erased", FormattableString.Invariant($"entry {target}, erased by entry {state.ErasedBy}"))
        : null;

    private Error? Changeable(Entry entry, int target, EntryState state)
    {
        if (entry.Kind == EntryKind.Withdrawal && state.Kind == EntryKind.SetAside && AsideBy(target) is { } aside
            && states[aside].Item != 0 && StandingIn(states[aside].Item) is { } other && other != aside)
        {
            return RecordError.Of(FormattableString.Invariant($"no other {EntryKinds.NameOf((EntryKind)states[aside].Kind)} than that of entry {aside}, which it would put back"), FormattableString.Invariant($"that of entry {other}"));
        }

        // What is set aside can be withdrawn, and not corrected: a correction would put it back.
        if (state.Standing != Standing.Stands && !(entry.Kind == EntryKind.Withdrawal && state.Standing == Standing.SetAside))
        {
            return RecordError.Of("an entry that stands", FormattableString.Invariant($"entry {target}, changed by entry {state.ChangedBy}"));
        }

        if (!EntryKinds.MayBeProtected(state.Kind) && !(entry.Kind == EntryKind.Withdrawal && state.Kind == EntryKind.SetAside))
        {
            return RecordError.Of("an entry that may be changed", FormattableString.Invariant($"entry {target}, a {EntryKinds.NameOf(state.Kind)}"));
        }

        return entry.Kind == EntryKind.Correction && (state.Protected || ItemKey(entry.Item.Kind, entry.Item.Id) != states[target].Item)
            ? RecordError.Of(FormattableString.Invariant($"the kind and id of entry {target}"), FormattableString.Invariant($"{EntryKinds.NameOf(entry.Item.Kind)} '{entry.Item.Id}'"))
            : null;
    }

    // The submitter may take back what it said, and a source what another said in its name. The registrar may erase what it keeps,
    // and set aside what keeps others from reading the case.
    private bool MayChange(Entry entry, EntryState state)
    {
        var key = Keys.Find(entry.Key)!;
        return entry.Submitter == state.Submitter || IsOwn(key, state) || (entry.Kind is EntryKind.Erasure or EntryKind.SetAside && key.IsRegistrar);
    }

    private static bool IsOwn(RegisteredKey key, EntryState state) =>
        key.Holder == state.Submitter || (state.AttributedTo.Length > 0 && key.SpeaksAs.Contains(state.AttributedTo));

    private void Apply(Entry entry, MerkleHash leaf, int target)
    {
        var index = states.Count;
        Change(entry, target, index);
        Add(leaf, StateOf(entry, target, index));
        SetItem(entry, index);
        if (entry.Number is { } number)
        {
            SetLastNumber((entry.Submitter, entry.Item.AttributedTo), number);
        }

        if (entry.IsProtected && commitments.TryAdd(entry.ContentHash, (index, entry.BindsCommitment)) && canUndo)
        {
            undo.Push(() => commitments.Remove(entry.ContentHash));
        }
    }

    // What an entry does to the one that it is about; -1 for none.
    private void Change(Entry entry, int target, int index)
    {
        if (target < 0)
        {
            return;
        }

        var state = states[target];
        Set(target, entry.Kind switch
        {
            EntryKind.Erasure => state with { ErasedBy = index },
            EntryKind.Correction => state with { Standing = (byte)Standing.Corrected, ChangedBy = index },
            EntryKind.SetAside => state with { Standing = (byte)Standing.SetAside, ChangedBy = index },
            _ => state with { Standing = (byte)Standing.Withdrawn, ChangedBy = index },
        });
        if (entry.Kind == EntryKind.Withdrawal)
        {
            SetItem(state.Item, HeldAside(state));
            Restore(target);
        }
        else if (entry.Kind == EntryKind.SetAside && HeldAside(state) is { } held)
        {
            SetItem(state.Item, held);
        }
    }

    private PackedState StateOf(Entry entry, int target, int index) => new(
        HasItem(entry) ? ItemKey(entry.Item.Kind, entry.Item.Id) : 0, entry.Kind == EntryKind.Correction ? states[target].Root : index, -1, -1,
        Number(entry.Submitter), Number(entry.Item.AttributedTo), (byte)entry.Item.Kind, (byte)Standing.Stands, entry.IsProtected);

    private void SetItem(Entry entry, int index)
    {
        if (HasItem(entry))
        {
            SetItem(ItemKey(entry.Item.Kind, entry.Item.Id), index);
        }
    }

    // A case has one head. One that is set aside with no version before it would keep the case from ever having another.
    private bool IsFree(EntryKind kind, int before) =>
        kind == EntryKind.Case && states[before] is { Standing: (byte)Standing.SetAside } aside && aside.Root == before;

    // Of several heads that were set aside, or of one beside them that is withdrawn, the last one is held. All other items are one at a time.
    private int? HeldAside(PackedState state)
    {
        var last = state.Kind != (byte)EntryKind.Case || state.Item == 0 ? -1
            : states.FindLastIndex(s => s.Item == state.Item && s.Standing is (byte)Standing.SetAside or (byte)Standing.Stands);
        return last < 0 ? null : StandingAt(state.Item) ?? last;
    }

    private int? StandingAt(UInt128 item) => states.FindIndex(s => s.Item == item && s.Standing == (byte)Standing.Stands) is >= 0 and var index ? index : null;

    // The entry that another sets aside; null where it sets none aside any more.
    private int? AsideBy(int by)
    {
        var index = states.FindIndex(s => s.Standing == (byte)Standing.SetAside && s.ChangedBy == by);
        return index < 0 ? null : index;
    }

    // Whoever withdraws an entry that sets another aside puts that one back, unless it was withdrawn itself.
    private void Restore(int withdrawn)
    {
        if (states[withdrawn].Kind == (byte)EntryKind.SetAside && AsideBy(withdrawn) is { } index)
        {
            Set(index, states[index] with { Standing = (byte)Standing.Stands, ChangedBy = -1 });
            if (states[index].Item != 0)
            {
                SetItem(states[index].Item, index);
            }
        }
    }

    private void Add(MerkleHash leaf, PackedState state)
    {
        states.Add(state);
        byHash.Add(leaf, states.Count - 1);
        if (canUndo)
        {
            undo.Push(() =>
            {
                states.RemoveAt(states.Count - 1);
                byHash.Remove(leaf);
            });
        }
    }

    private void Set(int target, PackedState state)
    {
        var before = states[target];
        states[target] = state;
        changes.Add(new StateChange(states.Count, target, before));
        if (canUndo)
        {
            undo.Push(() =>
            {
                states[target] = before;
                changes.RemoveAt(changes.Count - 1);
            });
        }
    }

    private void SetItem(UInt128 item, int? index)
    {
        int? before = byItem.TryGetValue(item, out var known) ? known : null;
        Put(item, index);
        if (canUndo)
        {
            undo.Push(() => Put(item, before));
        }
    }

    private void SetLastNumber((string Submitter, string Source) of, long number)
    {
        var before = lastNumbers.GetValueOrDefault(of);
        lastNumbers[of] = number;
        if (canUndo)
        {
            undo.Push(() => lastNumbers[of] = before);
        }
    }

    private void Put(UInt128 item, int? index)
    {
        if (index is { } known)
        {
            byItem[item] = known;
        }
        else
        {
            byItem.Remove(item);
        }
    }

    private static bool HasItem(Entry entry) =>
        !entry.IsProtected && (entry.Item.Kind == EntryKind.Case || entry.Item.Id.Length > 0);

    private int Number(string name)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            numbers[name] = number = names.Count;
            names.Add(name);
        }

        return number;
    }
}
