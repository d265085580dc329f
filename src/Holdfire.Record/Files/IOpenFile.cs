namespace Holdfire.Record.Files;

/// <summary>A file that is open for writing.</summary>
internal interface IOpenFile : IDisposable
{
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Makes what was written durable, and the length where it changed (fdatasync).</summary>
    void SyncData();

    /// <summary>Makes what was written durable, with everything else that is known of the file (fsync).</summary>
    void Sync();
}
