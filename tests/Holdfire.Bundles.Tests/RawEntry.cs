using System.Buffers.Binary;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using NSec.Cryptography;

namespace Holdfire.Bundles.Tests;

/// <summary>What no writer makes, with signatures that hold.</summary>
internal static class RawEntry
{
    /// <summary>When entries say that they were made, where a test does not say otherwise.</summary>
    public const string Made = "2031-03-13T08:00:00Z";

    private const byte RegistrarSeed = 11;
    private const byte ClerkSeed = 12;

    /// <summary>An entry by the clerk whose content and time stand in it as they are given.</summary>
    /// <param name="content">The content.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="made">The time.</param>
    /// <param name="number">The running number as JSON, or null.</param>
    public static byte[] Of(string content, EntryKind kind, string made = Made, string? number = null) => Of(MadeRecord.Clerk, ClerkSeed, content, kind, made, number);

    /// <summary>An entry by the registrar whose content stands in it as it is given.</summary>
    public static byte[] ByRegistrar(string content, EntryKind kind) => Of(MadeRecord.Registrar, RegistrarSeed, content, kind, Made);

    private static byte[] Of(SubmitterKey key, byte seed, string content, EntryKind kind, string made, string? number = null)
    {
        string Text(string signature) =>
            $$"""{"content":{{content}},"content_hash":"{{EntryBytes.HashOf(Encoding.UTF8.GetBytes(content))}}","key":"{{key.Id}}","kind":"{{EntryKinds.NameOf(kind)}}","made":"{{made}}",{{(number is null ? "" : $"\"number\":{number},")}}"record":"{{SampleKeys.Origin}}",{{signature}}"submitter":"{{key.Holder}}","type":"holdfire/entry/1"}""";
        var signature = Sign(seed, Encoding.UTF8.GetBytes("holdfire/entry/1\n" + Text("")));
        return Encoding.UTF8.GetBytes(Text($"\"signature\":\"{Convert.ToBase64String(signature)}\","));
    }

    /// <summary>A line of the sample witness with a time in it and another one, or the same, in what is signed.</summary>
    public static string Cosigned(string text, ulong time, string signedTime)
    {
        using var witness = SampleKeys.Witness;
        var bytes = new byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, witness.Verifier.KeyId);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(4), time);
        var signature = Sign(2, Encoding.UTF8.GetBytes($"cosignature/v1\ntime {signedTime}\n{text}"));
        return $"— {witness.Verifier.Name} {Convert.ToBase64String([.. bytes, .. signature])}\n";
    }

    // The keys of SampleKeys.
    private static byte[] Sign(byte number, byte[] message)
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, Enumerable.Repeat(number, 32).ToArray(), KeyBlobFormat.RawPrivateKey);
        return SignatureAlgorithm.Ed25519.Sign(key, message);
    }
}
