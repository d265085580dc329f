using System.Globalization;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using NodaTime;
using NSec.Cryptography;

namespace Holdfire.Record.Bench;

/// <summary>Entries signed before any clock starts, and the key that they verify with. The same for every run.</summary>
internal sealed class SignedEntries
{
    private readonly Entry[] entries;
    private readonly PublicKey key;

    public SignedEntries(int count)
    {
        using var submitter = SubmitterKey.FromSeed("bench", Enumerable.Repeat((byte)7, 32).ToArray());
        key = PublicKey.Import(SignatureAlgorithm.Ed25519, submitter.PublicKey, KeyBlobFormat.RawPublicKey);
        var made = Instant.FromUtc(2030, 5, 9, 0, 0);
        entries = [.. Enumerable.Range(0, count).Select(i => submitter.Sign("example.org/record", EntryKind.Statement, Content(i), made))];
        Bytes = (int)entries.Average(e => e.Bytes.Length);
    }

    public int Count => entries.Length;

    /// <summary>The mean size of an entry in bytes.</summary>
    public int Bytes { get; }

    public ReadOnlyMemory<byte> this[long index] => entries[index % entries.Length].Bytes;

    /// <summary>Checks the signature of an entry.</summary>
    public void Verify(long index)
    {
        if (!EntrySignature.IsBy(entries[index % entries.Length], key))
        {
            throw new InvalidOperationException($"the signature of entry {index} does not hold");
        }
    }

    private static byte[] Content(int i) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"document":"D-{{i:D6}}","from":"2030-05-08T21:00:00Z","id":"S-{{i:D8}}","note":"an invented report of an invented desk, as long as such reports are","to":"2030-05-09T06:30:00Z"}"""));
}
