using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests.Entries;

/// <summary>Keys and entries for tests, the same on every run.</summary>
internal static class Made
{
    public const string Origin = "record.example/harvest";

    public static readonly Instant At = Instant.FromUtc(2030, 5, 11, 0, 0, 0);

    public static SubmitterKey Key(string holder, byte number) => SubmitterKey.FromSeed(holder, [.. Enumerable.Repeat(number, 32)]);

    public static Entry Entry(SubmitterKey key, EntryKind kind, string json) =>
        key.Sign(Origin, kind, CanonicalJson.Of(Encoding.UTF8.GetBytes(json)), At);

    public static Entry Change(SubmitterKey key, KeyChange change) => key.Sign(Origin, change.Kind, change.ToContent(), At);

    public static Entry Opening(SubmitterKey registrar) => Change(registrar, new KeyChange.Open(Origin, registrar.PublicKey));

    public static Entry Registering(SubmitterKey registrar, SubmitterKey key, params string[] speaksAs) =>
        Change(registrar, new KeyChange.Register(key.Holder, key.PublicKey, [.. speaksAs]));

    public static MerkleHash Leaf(Entry entry) => MerkleHash.OfLeaf(entry.Bytes.Span);

    public static string LeafHex(Entry entry) => Convert.ToHexStringLower(Leaf(entry).ToArray());
}
