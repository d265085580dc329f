using Holdfire.Record.Entries;
using NSec.Cryptography;

namespace Holdfire.Record.Keys;

/// <summary>Which keys may sign, as it follows from the entries in the order of the log. Claimed times play no part.</summary>
/// <remarks>Not safe to call from several threads at a time.</remarks>
public sealed class KeyRing
{
    private readonly Dictionary<KeyId, RegisteredKey> keys;

    /// <summary>A ring without keys.</summary>
    public KeyRing()
        : this([])
    {
    }

    private KeyRing(Dictionary<KeyId, RegisteredKey> keys) => this.keys = keys;

    /// <summary>The origin of the record, or null before its first entry.</summary>
    public string? Origin { get; private set; }

    /// <summary>All keys, revoked ones included, in the order of their registration.</summary>
    public IEnumerable<RegisteredKey> Keys => keys.Values.OrderBy(k => k.Registered).ThenBy(k => k.Id.Value, StringComparer.Ordinal);

    /// <summary>The key of this id, revoked or not, or null.</summary>
    public RegisteredKey? Find(KeyId id) => keys.GetValueOrDefault(id);

    /// <summary>A ring with these keys.</summary>
    internal static KeyRing Of(string? origin, IEnumerable<RegisteredKey> keys) => new(keys.ToDictionary(k => k.Id)) { Origin = origin };

    /// <summary>The ring as it was when the record had so many entries.</summary>
    internal KeyRing At(long size) => Of(
        size > 0 ? Origin : null,
        keys.Values.Where(k => k.Registered < size).Select(k => k.Revoked >= size ? k with { Revoked = null } : k));

    /// <summary>A ring that goes on from this one and does not change it.</summary>
    public KeyRing Copy() => new(new Dictionary<KeyId, RegisteredKey>(keys)) { Origin = Origin };

    /// <summary>
    /// Whether the entry may stand at this index: null, or what speaks against it. The signature of an entry that changes
    /// keys is checked here and the change made; that of any other entry is left to the caller, by the key that is found.
    /// </summary>
    public Error? Take(long index, Entry entry, out PublicKey? key)
    {
        key = null;
        if (index == 0)
        {
            return TakeFirst(entry, out key);
        }

        if (Origin is null)
        {
            return RecordError.Of("the entry that opens the record before it", "none");
        }

        if (entry.Record != Origin)
        {
            return RecordError.Of($"an entry for the record {Origin}", $"one for {entry.Record}");
        }

        if (entry.IsSealed)
        {
            return null;
        }

        if (!keys.TryGetValue(entry.Key, out var signer))
        {
            return RecordError.Of("a key that is registered before it", $"{entry.Key}");
        }

        if (signer.Revoked is { } revoked)
        {
            return RecordError.Of("a key that is in use", FormattableString.Invariant($"{entry.Key}, revoked by entry {revoked}"));
        }

        if (signer.Holder != entry.Submitter)
        {
            return RecordError.Of($"the submitter {signer.Holder}, who holds the key", $"{entry.Submitter}");
        }

        key = signer.PublicKey;
        return entry.Kind switch
        {
            EntryKind.Record => RecordError.Of("no second entry that opens the record", ""),
            EntryKind.Key => Change(index, entry, signer),
            _ => null,
        };
    }

    /// <summary>Whether what is sealed by the entry at this index may have been signed there: null, with the key, or what speaks against it.</summary>
    internal Error? OfSealed(long index, Entry entry, out PublicKey? key)
    {
        key = null;
        if (entry.Record != Origin)
        {
            return RecordError.Of($"an entry for the record {Origin}", $"one for {entry.Record}");
        }

        if (!keys.TryGetValue(entry.Key, out var signer) || signer.Registered >= index)
        {
            return RecordError.Of("a key that is registered before it", $"{entry.Key}");
        }

        if (signer.Revoked is { } revoked && revoked < index)
        {
            return RecordError.Of("a key that is in use", FormattableString.Invariant($"{entry.Key}, revoked by entry {revoked}"));
        }

        if (signer.Holder != entry.Submitter)
        {
            return RecordError.Of($"the submitter {signer.Holder}, who holds the key", $"{entry.Submitter}");
        }

        key = signer.PublicKey;
        return null;
    }

    private Error? TakeFirst(Entry entry, out PublicKey? key)
    {
        key = null;
        if (entry.Kind != EntryKind.Record || entry.Content is not { } content)
        {
            return RecordError.Of("the entry that opens the record", $"the kind {EntryKinds.NameOf(entry.Kind)}");
        }

        if (KeyChange.Read(entry.Kind, content, out var error) is not KeyChange.Open open)
        {
            return error;
        }

        if (KeyId.Of(open.PublicKey) != entry.Key || open.Origin != entry.Record)
        {
            return RecordError.Of("the opening entry to be signed by the registrar that it names, for the origin that it names", "");
        }

        key = PublicKey.Import(SignatureAlgorithm.Ed25519, open.PublicKey, KeyBlobFormat.RawPublicKey);
        if (!EntrySignature.IsBy(entry, key))
        {
            return RecordError.Of("a signature by the key that it names", "another");
        }

        Origin = open.Origin;
        keys.Add(entry.Key, new RegisteredKey(entry.Key, entry.Submitter, key, [], 0, null, true));
        return null;
    }

    private Error? Change(long index, Entry entry, RegisteredKey signer)
    {
        if (entry.Content is not { } content)
        {
            return RecordError.Of("the content of a key's entry to be open to all", "it protected");
        }

        if (KeyChange.Read(entry.Kind, content, out var error) is not { } change)
        {
            return error;
        }

        if (!EntrySignature.IsBy(entry, signer.PublicKey))
        {
            return RecordError.Of("a signature by the key that it names", "another");
        }

        return change switch
        {
            KeyChange.Register register when signer.IsRegistrar => HeldAlready(register.Holder) ?? Add(
                register.PublicKey, key => new RegisteredKey(key.Id, register.Holder, key.Public, register.SpeaksAs, index, null, false)),
            KeyChange.Register => RecordError.Of("the registrar to register a key", "another key"),
            KeyChange.Rotate rotate => Rotate(index, rotate, signer),
            KeyChange.Revoke revoke => Revoke(index, revoke, signer),
            _ => throw new InvalidOperationException("no such change of keys"),
        };
    }

    // Else the registrar could speak in another's name beside that other, and few would look at the keys.
    private Error? HeldAlready(string holder) => keys.Values.FirstOrDefault(k => k.Holder == holder && k.Revoked is null) is { } held
        ? RecordError.Of("a holder without a key in use", $"{holder} with {held.Id}: rotate or revoke that one")
        : null;

    private Error? Rotate(long index, KeyChange.Rotate rotate, RegisteredKey signer)
    {
        if (Unusable(rotate.Replaced, signer) is { } error)
        {
            return error;
        }

        var old = keys[rotate.Replaced];
        error = Add(rotate.PublicKey, key => old with { Id = key.Id, PublicKey = key.Public, Registered = index });
        if (error is null)
        {
            keys[old.Id] = old with { Revoked = index };
        }

        return error;
    }

    private Error? Revoke(long index, KeyChange.Revoke revoke, RegisteredKey signer)
    {
        if (Unusable(revoke.Revoked, signer) is { } error)
        {
            return error;
        }

        if (keys[revoke.Revoked].IsRegistrar)
        {
            return RecordError.Of("the registrar's key to be rotated, not revoked: no one could register keys after it", "");
        }

        keys[revoke.Revoked] = keys[revoke.Revoked] with { Revoked = index };
        return null;
    }

    private Error? Unusable(KeyId id, RegisteredKey signer) =>
        !keys.TryGetValue(id, out var key) || key.Revoked is not null ? RecordError.Of("a key that is in use", $"{id}")
        : signer.IsRegistrar || signer.Id == id ? null
        : RecordError.Of("the key itself or the registrar to change it", "another key");

    private Error? Add(byte[] publicKey, Func<(KeyId Id, PublicKey Public), RegisteredKey> make)
    {
        var id = KeyId.Of(publicKey);
        if (keys.ContainsKey(id))
        {
            return RecordError.Of("a new key", $"{id}, which is registered already");
        }

        if (!PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var key) || key is null)
        {
            return RecordError.Of("an Ed25519 public key", "other bytes");
        }

        keys.Add(id, make((id, key)));
        return null;
    }
}
