using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Record.Protection;

/// <summary>Tells which protected contents an answer would go by if they were here.</summary>
/// <remarks>Of two who answer from one log, one may have a content that the other was not given: their numbers differ, and both are right.</remarks>
public static class WithheldContent
{
    /// <summary>
    /// Whether answers go by the content of a protected entry: it stands, or a withdrawal says when its source published that, so that it
    /// is told as taken back.
    /// </summary>
    /// <param name="state">What became of the entry.</param>
    /// <param name="entryAt">The entry that changed it.</param>
    public static bool Bears(EntryState state, Func<long, Entry> entryAt) => state.Protected && EntryKinds.IsOfCase(state.Kind) && state.Standing switch
    {
        Standing.Stands => true,
        Standing.Withdrawn => state.Kind is EntryKind.Report or EntryKind.Statement
            && entryAt(state.ChangedBy).Content is { } change && BundleContent.Text(change, "published") is not null,
        _ => false,
    };
}
