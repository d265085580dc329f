namespace Holdfire.Server.Log;

/// <summary>How a file of a record is served.</summary>
internal enum RecordFileKind
{
    /// <summary>Text that is replaced as the record grows.</summary>
    Changing,

    /// <summary>Bytes that never change.</summary>
    Tile,

    /// <summary>A file that somebody entered: bytes that never change until they are erased, to be saved and never shown.</summary>
    Attachment,
}
