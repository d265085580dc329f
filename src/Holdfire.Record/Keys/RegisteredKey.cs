using System.Collections.Immutable;
using Holdfire.Record.Entries;
using NSec.Cryptography;

namespace Holdfire.Record.Keys;

/// <summary>A key as the record knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="PublicKey">The public key.</param>
/// <param name="SpeaksAs">The ids of the sources in whose name the holder speaks; empty for a clerk who enters others' words.</param>
/// <param name="Registered">The index of the entry that registers it.</param>
/// <param name="Revoked">The index of the entry that revokes or replaces it, or null. Later entries may not be signed by it.</param>
/// <param name="IsRegistrar">Whether it may register and revoke others.</param>
public sealed record RegisteredKey(
    KeyId Id, string Holder, PublicKey PublicKey, ImmutableArray<string> SpeaksAs, long Registered, long? Revoked, bool IsRegistrar);
