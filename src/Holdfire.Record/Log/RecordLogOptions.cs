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

    /// <summary>The size that a journal file grows to, in bytes.</summary>
    public int JournalBytes { get; init; } = 32 << 20;

    internal IFileLayer Files { get; init; } = DiskFiles.Instance;
}
