using System.Collections.Immutable;
using Holdfire.Record.Files;
using NodaTime;

namespace Holdfire.Record.Log;

/// <summary>How a log is written. The defaults suit a mission's record.</summary>
public sealed record RecordLogOptions
{
    /// <summary>How long acknowledged entries may wait for their tiles. They are safe in the journal meanwhile.</summary>
    public Duration PublishInterval { get; init; } = Duration.FromSeconds(1);

    /// <summary>How many acknowledged entries are published at once, before the interval is over.</summary>
    public int PublishEntries { get; init; } = 65_536;

    /// <summary>The most bytes of acknowledged entries that wait for publication before appends have to wait for it.</summary>
    public long UnpublishedBytes { get; init; } = 64L << 20;

    /// <summary>The most entries that appends of several callers share one commit for.</summary>
    public int GroupEntries { get; init; } = 1024;

    /// <summary>The most bytes that one append of many entries can add.</summary>
    public long MostBytesAtOnce { get; init; } = 256L << 20;

    /// <summary>The most bytes of entries that wait to be committed before further callers have to wait.</summary>
    public long QueuedBytes { get; init; } = 128L << 20;

    /// <summary>
    /// Whether entries that were acknowledged, and that a damaged journal does not hold any more, are given up. Where not, opening says which they are and refuses.
    /// </summary>
    public bool AcceptLoss { get; init; }

    /// <summary>Who is asked at opening how far the log was signed.</summary>
    public ImmutableArray<IWitnessMemory> Witnesses { get; init; } = [];

    /// <summary>
    /// A second file that keeps how far was signed, beside the operator's key where that is not in the private folder; null for none.
    /// </summary>
    public string? SignedFile { get; init; }

    /// <summary>The size that a journal file grows to, in bytes.</summary>
    public int JournalBytes { get; init; } = 32 << 20;

    internal IFileLayer Files { get; init; } = DiskFiles.Instance;
}
