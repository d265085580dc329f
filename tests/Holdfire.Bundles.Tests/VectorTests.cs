using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;

namespace Holdfire.Bundles.Tests;

/// <summary>
/// The test vectors in docs/vectors are what this program makes of fixed seeds, and what the JavaScript verifier agrees with.
/// With HOLDFIRE_WRITE_VECTORS=1 they are written anew.
/// </summary>
public sealed class VectorTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Folder => Path.Combine(Programs.Root, "docs", "vectors");

    [Fact]
    public void CanonicalJson_Vectors_AreWhatIsMade() => IsCurrent("canonical-json.json", new JsonObject
    {
        ["about"] = "RFC 8785 restricted to objects, arrays, strings, true and false; null under canonical: refused",
        ["vectors"] = new JsonArray([.. Inputs.Select(input => new JsonObject { ["input"] = input, ["canonical"] = CanonicalOf(input) })]),
    });

    [Fact]
    public void Entry_Vectors_AreWhatIsMade()
    {
        SubmitterKey[] keys = [SampleKeys.Submitter("mission", 11), SampleKeys.Submitter("clerk", 12)];
        IsCurrent("entries.json", new JsonObject
        {
            ["about"] = "entries of one record in order; the seed of each key is one byte 32 times; leaf is the RFC 6962 leaf hash",
            ["keys"] = new JsonArray([.. keys.Select((k, i) => new JsonObject
            {
                ["holder"] = k.Holder, ["seed"] = Convert.ToHexStringLower([.. Enumerable.Repeat((byte)(11 + i), 32)]),
                ["public_key"] = Convert.ToBase64String(k.PublicKey), ["id"] = k.Id.Value,
            })]),
            ["entries"] = new JsonArray([.. Entries(keys).Select(e => new JsonObject
            {
                ["bytes"] = Encoding.UTF8.GetString(e.Bytes.Span),
                ["signed"] = "holdfire/entry/1\n" + Unsigned(e),
                ["signature"] = Convert.ToHexStringLower(e.Signature.Span),
                ["leaf"] = Convert.ToHexStringLower(MerkleHash.OfLeaf(e.Bytes.Span).ToArray()),
            })]),
        });
    }

    [Fact]
    public void Commitment_Vectors_AreWhatIsMade() => IsCurrent("commitments.json", new JsonObject
    {
        ["about"] = "files of protected contents; commitment is the SHA-256 of holdfire/protected/2, a line feed and the file, which binds record and key; "
            + "of a file without them that of holdfire/protected/1, a line feed, the salt and the canonical content",
        ["vectors"] = new JsonArray([.. Protected().Append(Bound).Select(p => new JsonObject
        {
            ["file"] = Encoding.UTF8.GetString(p.ToFile()), ["salt"] = Convert.ToHexStringLower(p.Salt.Span),
            ["content"] = Encoding.UTF8.GetString(p.Content.Span), ["commitment"] = p.Commitment,
        })]),
    });

    [Fact]
    public void Answer_Vectors_AreWhatIsMade() => IsCurrent("answers.json", new JsonObject
    {
        ["about"] = "the form in which commands print answers: code units of texts, in hex, that are escaped; numbers by their bits (IEEE 754, hex) and as they are printed",
        ["escaped"] = string.Join(' ', EscapedUnits()),
        ["numbers"] = new JsonArray([.. Numbers().Select(n => new JsonObject
        {
            ["bits"] = BitConverter.DoubleToInt64Bits(n).ToString("x16", System.Globalization.CultureInfo.InvariantCulture), ["printed"] = JsonSerializer.Serialize(n, Indented),
        })]),
    });

    [Fact]
    public void Letter_Vectors_AreWhatIsMade() => IsCurrent("letters.json", new JsonObject
    {
        ["about"] = "letters that names of places are compared by another one for, in hex: the letter and its capital; any other is compared as it is",
        ["capitals"] = string.Join(' ', Enumerable.Range(0, 0x110000).Where(c => c is < 0xd800 or > 0xdfff).Select(char.ConvertFromUtf32)
            .Select(c => (Letter: c, Capital: c.ToUpperInvariant())).Where(c => c.Letter != c.Capital).Select(c => $"{char.ConvertToUtf32(c.Letter, 0):x}:{char.ConvertToUtf32(c.Capital, 0):x}")),
    });

    [Fact]
    public void Log_Vectors_AreWhatIsMade()
    {
        using var log = SampleKeys.Operator;
        using var witness = SampleKeys.Witness;
        var leaves = Entries([SampleKeys.Submitter("mission", 11), SampleKeys.Submitter("clerk", 12)]).Select(e => MerkleHash.OfLeaf(e.Bytes.Span)).ToArray();
        var tree = new Leaves(leaves);
        var text = new Checkpoint(SampleKeys.Origin, leaves.Length, MerkleProof.Root(tree, leaves.Length)).ToText();
        var note = new SignedNote(text, [log.Sign(text), witness.Cosign(text, RiverRecord.At)]);
        IsCurrent("log.json", new JsonObject
        {
            ["about"] = "the entries of entries.json as a log: its checkpoint, signed and cosigned, and a C2SP tlog-proof of each entry",
            ["log_vkey"] = log.Verifier.ToVkey(),
            ["witness_vkey"] = witness.Verifier.ToVkey(),
            ["roots"] = new JsonArray([.. Enumerable.Range(0, leaves.Length + 1).Select(size => (JsonNode)MerkleProof.Root(tree, size).ToString())]),
            ["checkpoint"] = note.ToString(),
            ["cosigned_at"] = "2031-03-13T08:00:00Z",
            ["proofs"] = new JsonArray([.. leaves.Select((_, i) => (JsonNode)new TlogProof(i, MerkleProof.Inclusion(tree, i, leaves.Length), note).ToString())]),
        });
    }

    [Fact]
    public void Vectors_InJavaScript_Hold()
    {
        var (code, output, error) = Programs.Node(Path.Combine(Programs.Root, "tests", "Holdfire.Bundles.Tests", "vectors.mjs"), Folder);
        Assert.True(code == 0, output + error);
        Assert.Matches("^[1-9][0-9]* vectors hold", output);
    }

    [Fact]
    public void MadeFiles_OfTheVerifier_AreCurrent()
    {
        var (code, _, error) = Programs.Node("build.mjs", "--check");
        Assert.True(code == 0, error);
    }

    private static string[] Inputs { get; } =
    [
        """{ "b" : "1", "a" : [ "x", true, false, {} ] }""", """{"\u20ac":"Euro","\r":"CR","1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"o"}""",
        "\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", """["\u007f\u2028","\b\f\n\r\t","\u0000\u001f"]""", """{"":"","__proto__":"x","constructor":[]}""",
        "true", "[]", "1", "null", """{"a":null}""", """{"a":"1","a":"1"}""", """{"\u0061":"1","a":"2"}""", "\"\\ud800\"", "\"\\udc00\\ud800\"", """{"\ud800":"","a":""}""",
        "", "{", "\"a\" \"b\"", "[\"a\",]", new string('[', 32) + new string(']', 32), new string('[', 33) + new string(']', 33),
    ];

    private static string? CanonicalOf(string input)
    {
        try
        {
            return Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(input)));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Entry[] Entries(SubmitterKey[] keys)
    {
        var (mission, clerk) = (keys[0], keys[1]);
        Entry Change(KeyChange change) => mission.Sign(SampleKeys.Origin, change.Kind, change.ToContent(), RiverRecord.At);
        Entry Item(EntryKind kind, string json) => clerk.Sign(SampleKeys.Origin, kind, CanonicalJson.Of(Encoding.UTF8.GetBytes(json)), RiverRecord.At);
        var party = Item(EntryKind.Party, """{"id":"NN","name":"North","role":"party"}""");
        var report = Item(EntryKind.Report, """{"id":"R1","source":"nn-army","act":"attack.air.uav","count":"~40","areas":"Оріль;\"X\"\\","reference":"a\nb"}""");
        return
        [
            Change(new KeyChange.Open(SampleKeys.Origin, mission.PublicKey)), Change(new KeyChange.Register("clerk", clerk.PublicKey, ["nn-army"])),
            party, report,
            clerk.SignProtected(SampleKeys.Origin, EntryKind.Report, Protected()[0].Commitment, RiverRecord.At, binds: false),
            Item(EntryKind.Correction, $$"""{"of":"{{Convert.ToHexStringLower(MerkleHash.OfLeaf(report.Bytes.Span).ToArray())}}","kind":"report","item":{"id":"R1","source":"nn-army","count":"41"},"reason":"misread"}"""),
            clerk.SignProtected(SampleKeys.Origin, EntryKind.Report, Bound.Commitment, RiverRecord.At),
            mission.Sign(SampleKeys.Origin, EntryKind.SetAside, ItemContents.Change(MerkleHash.OfLeaf(party.Bytes.Span), "no such side"), RiverRecord.At),
            Change(new KeyChange.Revoke(clerk.Id, "lost")),
        ];
    }

    private static ProtectedContent Bound => ProtectedContent.Read(
        Encoding.UTF8.GetBytes(
            $$"""{"content":{"id":"R4"},"key":"{{SampleKeys.Submitter("clerk", 12).Id}}","record":"{{SampleKeys.Origin}}","salt":"{{Convert.ToBase64String([.. Enumerable.Repeat((byte)4, 32)])}}"}"""),
        out _)!;

    private static ProtectedContent[] Protected() =>
        [.. new[] { """{"count":"3","id":"R2","source":"nn-army"}""", "{}", """{"id":"é\u2028"}""" }.Select((content, i) => ProtectedContent.Read(
            Encoding.UTF8.GetBytes($"{{\"content\":{Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(content)))},\"salt\":\"{Convert.ToBase64String([.. Enumerable.Repeat((byte)(i + 1), 32)])}\"}}"),
            out _)!)];

    private static string Unsigned(Entry entry)
    {
        var json = JsonNode.Parse(entry.Bytes.Span)!.AsObject();
        json.Remove("signature");
        return Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }

    // A half of a pair alone is no text, and each half of a pair is printed in hex.
    private static IEnumerable<string> EscapedUnits() => Enumerable.Range(0, char.MaxValue + 1)
        .Where(unit => char.IsSurrogate((char)unit) || JsonSerializer.Serialize(((char)unit).ToString(), Indented) != $"\"{(char)unit}\"")
        .Select((unit, i) => (unit, run: unit - i)).GroupBy(u => u.run, u => u.unit)
        .Select(run => (First: $"{run.First():x}", Last: $"{run.Last():x}")).Select(r => r.First == r.Last ? r.First : $"{r.First}-{r.Last}");

    // Hours of some nanoseconds up to some centuries.
    private static IEnumerable<double> Numbers() => new[]
    {
        1, 2, 3, 999, 1_000, 35_999, 1_000_000, 20_000_000, 35_000_000, 36_000_000, 37_000_000, 359_000_000, 360_000_000, 361_000_000, 1e9, 3.6e12, 5e12, 8.64e13 + 1, 9.5e18,
    }.Select(nanoseconds => nanoseconds / 3.6e12).Concat([0, 0.1, 0.1 + 0.2, 1 / 3.0, 24, 2_629_800.1]);

    private static void IsCurrent(string file, JsonObject vectors)
    {
        var path = Path.Combine(Folder, file);
        var text = vectors.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("HOLDFIRE_WRITE_VECTORS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }

    private sealed class Leaves(MerkleHash[] leaves) : IMerkleNodes
    {
        public MerkleHash Node(int level, long index) => level == 0
            ? leaves[index]
            : MerkleHash.OfNode(Node(level - 1, 2 * index), Node(level - 1, (2 * index) + 1));
    }
}
