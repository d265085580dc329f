using System.Collections.Immutable;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>What a journal adds to a published checkpoint, and what it should add and does not hold.</summary>
internal sealed record JournalPlan
{
    /// <summary>The groups that follow the published checkpoint, each proved by the root of its own.</summary>
    public required ImmutableArray<CommitBatch> Groups { get; init; }

    /// <summary>The size of the log with them.</summary>
    public required long Size { get; init; }

    /// <summary>The size up to which entries are known to have been acknowledged; larger than <see cref="Size"/> where some are lost.</summary>
    public required long Acknowledged { get; init; }

    /// <summary>Whether entries may be lost of which nothing at all is known.</summary>
    public required bool MayMissMore { get; init; }

    /// <summary>What a journal leads to.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="published">The published checkpoint.</param>
    /// <param name="frontier">The tree of its size; it grows with the groups.</param>
    /// <param name="mark">What the journal says of the size that was acknowledged last.</param>
    /// <param name="wasClosed">Whether the writer is known to have ended in order at the published checkpoint.</param>
    public static JournalPlan Of(JournalReplay journal, Checkpoint published, MerkleFrontier frontier, JournalMark mark, bool wasClosed)
    {
        // Later files repeat the checkpoint that they begin at. What comes before the last one that is published was left behind.
        var at = journal.Records.ToList().FindLastIndex(r => r.Checkpoint == published);
        var known = at < 0 ? null : journal.Records[at];
        var records = journal.Records.Skip(at + 1).ToArray();
        var groups = ImmutableArray.CreateBuilder<CommitBatch>();
        foreach (var record in records.Where(r => !r.Entries.IsEmpty && r.Start == frontier.Size))
        {
            if (GroupOf(record, frontier) is { } group)
            {
                groups.Add(group);
            }
        }

        // Damaged bytes do no harm where what they held is published, or where they are in a file that the published checkpoint left behind.
        bool IsHarmless(JournalDamage d) => d.UpTo <= published.Size || d.Number < known?.File;
        bool IsHarmlessTail(JournalTail t) => (mark.IsThere && !mark.IsDamaged) || t.Size <= published.Size;
        var reaches = known is not null || groups.Count > 0
            || journal.Damage.Any(d => d.UpTo == published.Size) || journal.Tails.Any(t => t.Size == published.Size);
        return new JournalPlan
        {
            Groups = groups.ToImmutable(),
            Size = frontier.Size,
            Acknowledged = records.Select(r => r.Checkpoint.Size).Append(mark.Size ?? 0).Append(frontier.Size).Max(),
            MayMissMore = !(wasClosed && groups.Count == 0)
                && !(reaches && journal.Damage.All(IsHarmless) && journal.Tails.All(IsHarmlessTail)),
        };
    }

    /// <summary>Refuses what does not lead to a checkpoint that the operator's key has signed for publication: others may hold it.</summary>
    /// <param name="signing">The checkpoint. Where it is larger than the published one, only the journal leads to it.</param>
    /// <param name="folder">The record's folder.</param>
    /// <param name="by">The file that names the checkpoint.</param>
    /// <exception cref="RecordException">It is of another history, or larger than what the journal leads to.</exception>
    public void DemandReaches(Checkpoint signing, string folder, string by)
    {
        if (signing.Size > Size)
        {
            throw new RecordException(RecordError.Touched(folder, "", FormattableString.Invariant($"its key has signed a checkpoint of {signing.Size} entries ({by}), and the folder with its journal leads to {Size} alone. Others may hold that checkpoint, and going on without it would sign a second history, which witnesses and readers refuse for good. Bring back the newer folder or its journal; a reader's or witness's copy of the published folder will do")));
        }

        if (Groups.FirstOrDefault(g => g.End >= signing.Size && g.Start < signing.Size) is { } group && group.Checkpoint != signing)
        {
            throw new RecordException(RecordError.Touched("journal", "", FormattableString.Invariant($"the operator's key has signed another history of {signing.Size} entries than the journal holds. Bring back the files that others have seen")));
        }
    }

    private static CommitBatch? GroupOf(JournalRecord record, MerkleFrontier frontier)
    {
        var leaves = record.Entries.Select(e => MerkleHash.OfLeaf(e.Span)).ToArray();
        var next = frontier.Copy();
        Array.ForEach(leaves, next.Add);
        if (next.Size != record.Checkpoint.Size || next.Root != record.Checkpoint.Root)
        {
            return null;
        }

        Array.ForEach(leaves, frontier.Add);
        return new CommitBatch(record.Start, record.Entries, leaves, record.Checkpoint, record.Note);
    }
}
