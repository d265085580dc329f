namespace Holdfire.Record.State;

/// <summary>Which version of each item stands: the last one or, where that is set aside, the last before it that is not.</summary>
/// <remarks>
/// Of an item whose last version is withdrawn none stands. So nobody takes an item away by a correction that cannot be read: the version
/// before it stands again (docs/record-format.md, rule 8). The ledger goes on calling that one corrected.
/// </remarks>
public sealed class ItemVersions
{
    private readonly Func<int, EntryState> stateAt;
    private readonly Func<int, bool> isUnread;
    private readonly Dictionary<int, int?> corrected = [];

    /// <summary>The versions among entries.</summary>
    /// <param name="count">How many entries there are.</param>
    /// <param name="stateAt">What became of each, by its place; roots are places too.</param>
    /// <param name="isUnread">Which of them a reader leaves out, besides those that the registrar set aside.</param>
    public ItemVersions(int count, Func<int, EntryState> stateAt, Func<int, bool> isUnread)
    {
        (this.stateAt, this.isUnread) = (stateAt, isUnread);
        var chains = new Dictionary<int, List<int>>();
        for (var place = 0; place < count; place++)
        {
            if (stateAt(place).Root is var root && root != place)
            {
                (chains.TryGetValue((int)root, out var chain) ? chain : chains[(int)root] = [(int)root]).Add(place);
            }
        }

        foreach (var (root, chain) in chains)
        {
            var last = chain.FindLastIndex(p => !IsAside(p));
            corrected[root] = stateAt(chain[^1]).Standing == Standing.Withdrawn || last < 0 ? null : chain[last];
        }
    }

    /// <summary>Whether an entry is set aside, by the registrar or by the reader.</summary>
    public bool IsAside(int place) => stateAt(place).Standing == Standing.SetAside || isUnread(place);

    /// <summary>The place of the version that stands of the item that this entry holds a version of; null where none does.</summary>
    public int? Of(int place)
    {
        var state = stateAt(place);
        return corrected.TryGetValue((int)state.Root, out var version) ? version
            : state.Standing == Standing.Stands && !isUnread(place) ? place : null;
    }
}
