using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using NSec.Cryptography;

namespace Holdfire.Bundles.Tests;

/// <summary>Keys that are the same on every run. They are no secrets.</summary>
internal static class SampleKeys
{
    public const string Origin = "record.example/river";

    public static NoteSigner Operator => Signer(Origin, SignatureKind.Ed25519, 1);

    public static NoteSigner Witness => Signer("witness.example/south", SignatureKind.Cosignature, 2);

    public static SubmitterKey Submitter(string holder, byte number) => SubmitterKey.FromSeed(holder, [.. Enumerable.Repeat(number, 32)]);

    public static NoteSigner Signer(string name, SignatureKind kind, byte number)
    {
        var seed = Enumerable.Repeat(number, 32).ToArray();
        using var key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        byte[] hashed = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)kind, .. key.PublicKey.Export(KeyBlobFormat.RawPublicKey)];
        var id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(hashed));
        return NoteSigner.Parse(FormattableString.Invariant($"PRIVATE+KEY+{name}+{id:x8}+{Convert.ToBase64String([(byte)kind, .. seed])}")).OrThrow();
    }
}
