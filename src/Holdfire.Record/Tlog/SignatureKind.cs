namespace Holdfire.Record.Tlog;

/// <summary>The signature types of notes that are read and written here (C2SP signed-note, "Signature types").</summary>
public enum SignatureKind
{
    /// <summary>Ed25519 (RFC 8032) over the text of the note: how a log signs its checkpoints.</summary>
    Ed25519 = 0x01,

    /// <summary>Timestamped Ed25519 cosignature of a checkpoint (C2SP tlog-cosignature): how a witness signs.</summary>
    Cosignature = 0x04,
}
