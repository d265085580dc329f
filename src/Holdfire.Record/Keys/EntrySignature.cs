using System.Buffers;
using Holdfire.Record.Entries;
using NSec.Cryptography;

namespace Holdfire.Record.Keys;

/// <summary>Checks the signatures of entries.</summary>
/// <remarks>
/// libsodium's rules: signatures that are not canonical and public keys of small order are refused. Safe to call from
/// several threads at a time.
/// </remarks>
public static class EntrySignature
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    /// <summary>Whether the entry is signed by this key.</summary>
    public static bool IsBy(Entry entry, PublicKey key)
    {
        var signed = scratch ??= new ArrayBufferWriter<byte>(4096);
        signed.ResetWrittenCount();
        EntryBytes.WriteSigned(signed, entry);
        return SignatureAlgorithm.Ed25519.Verify(key, signed.WrittenSpan, entry.Signature.Span);
    }
}
