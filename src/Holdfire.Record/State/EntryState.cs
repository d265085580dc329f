using Holdfire.Record.Entries;

namespace Holdfire.Record.State;

/// <summary>What the ledger knows of an entry.</summary>
/// <param name="Kind">Its kind; for a correction, the kind of what it corrects.</param>
/// <param name="Submitter">Who submitted it.</param>
/// <param name="AttributedTo">The source whose words it holds, or empty.</param>
/// <param name="Root">The index of the entry that it corrects, through other corrections, or its own.</param>
/// <param name="Standing">What has become of it.</param>
/// <param name="ChangedBy">The index of the entry that corrects, withdraws or sets it aside, or -1.</param>
/// <param name="Protected">Whether the log holds a commitment alone.</param>
/// <param name="ErasedBy">The index of the entry that says its protected content is destroyed, or -1.</param>
public readonly record struct EntryState(
    EntryKind Kind, string Submitter, string AttributedTo, long Root, Standing Standing, long ChangedBy, bool Protected, long ErasedBy);
