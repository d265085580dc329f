namespace Holdfire.Record.State;

/// <summary>The state of an entry as the ledger keeps it: 40 bytes, since there are as many as entries.</summary>
/// <param name="Item">Stands for the kind and id of its item, 0 for none.</param>
/// <param name="Root">The index of the entry that it corrects, or its own.</param>
/// <param name="ChangedBy">The index of the entry that changes it, or -1.</param>
/// <param name="ErasedBy">The index of the entry that erases it, or -1.</param>
/// <param name="Submitter">The number of the submitter's name.</param>
/// <param name="AttributedTo">The number of the source's name.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Standing">The standing.</param>
/// <param name="Protected">Whether the log holds a commitment alone.</param>
internal readonly record struct PackedState(
    UInt128 Item, int Root, int ChangedBy, int ErasedBy, int Submitter, int AttributedTo, byte Kind, byte Standing, bool Protected);
