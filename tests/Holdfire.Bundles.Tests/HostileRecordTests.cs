using System.Collections.Immutable;
using System.Text;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;

namespace Holdfire.Bundles.Tests;

/// <summary>Records whose operator let in what may not be there: everything in the tree and signed by the log, and refused all the same.</summary>
public sealed class HostileRecordTests(RiverRecord record) : IClassFixture<RiverRecord>
{
    private readonly SubmitterKey registrar = SampleKeys.Submitter("mission", 11);
    private readonly SubmitterKey clerk = SampleKeys.Submitter("clerk", 12);
    private readonly SubmitterKey army = SampleKeys.Submitter("north", 13);
    private readonly SubmitterKey later = SampleKeys.Submitter("clerk", 14);
    private readonly SubmitterKey stranger = SampleKeys.Submitter("stranger", 15);

    [Fact]
    public async Task Entry_ThatMayNotBeThere_IsRefusedByBoth()
    {
        var hostile = Entries().ToArray();
        var bundles = new List<(string What, byte[] Bundle)>();
        foreach (var (what, entry) in hostile)
        {
            bundles.Add((what, await BundleWith(entry)));
        }

        Verdicts.RefusedByBoth(bundles);
    }

    [Fact]
    public async Task Entry_ThatMayBeThere_IsTakenByBoth()
    {
        var bundle = await BundleWith(Report("""{"count":"1","id":"R20","source":"nn-army"}"""));
        Assert.Null(InProcess.Verify(bundle));
        Assert.True(JavaScriptVerifier.Verify(bundle)[0].Ok);
    }

    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa")]
    public async Task Key_UnderWhichEveryoneCanSign_SignsNothingForBoth(string publicKey)
    {
        // The neutral point and a zero sign anything under a key of order one, and every eighth thing under one of order eight.
        var key = Convert.FromHexString(publicKey);
        var signature = Convert.ToBase64String([1, .. new byte[63]]);
        var registering = Sign(registrar, new KeyChange.Register("x", key, []));
        var forged = Enumerable.Range(0, 8).Select(i =>
        {
            var content = $$"""{"id":"R2{{i}}","source":"nn-army"}""";
            return Utf8($$"""{"content":{{content}},"content_hash":"{{EntryBytes.HashOf(Utf8(content))}}","key":"{{KeyId.Of(key)}}","kind":"report","made":"2031-03-13T08:00:00Z","record":"{{SampleKeys.Origin}}","signature":"{{signature}}","submitter":"x","type":"holdfire/entry/1"}""");
        });
        var bundles = new List<(string What, byte[] Bundle)>();
        foreach (var entry in forged)
        {
            bundles.Add(("a forged signature", await BundleWith(registering, entry)));
        }

        Verdicts.RefusedByBoth(bundles);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private byte[] Report(string content) => later.Sign(SampleKeys.Origin, EntryKind.Report, Utf8(content), RiverRecord.At).Bytes.ToArray();

    private byte[] Sign(SubmitterKey key, EntryKind kind, string content) => key.Sign(SampleKeys.Origin, kind, Utf8(content), RiverRecord.At).Bytes.ToArray();

    private byte[] Sign(SubmitterKey key, KeyChange change) => key.Sign(SampleKeys.Origin, change.Kind, change.ToContent(), RiverRecord.At).Bytes.ToArray();

    private IEnumerable<(string What, byte[] Entry)> Entries()
    {
        var stored = record.Stored();
        string LeafOf(string id) => Convert.ToHexStringLower(stored.First(e => e.Entry.Item.Id == id).Leaf.ToArray());
        string Taken(string of) => $$"""{"of":"{{of}}","reason":"no"}""";
        string Corrected(string of, string id) => $$"""{"item":{"count":"3","id":"{{id}}","source":"nn-army"},"kind":"report","of":"{{of}}","reason":"no"}""";
        var good = Encoding.UTF8.GetString(Report("""{"count":"1","id":"R20","source":"nn-army"}"""));
        yield return ("a replay", stored[9].Entry.Bytes.ToArray());
        yield return ("a key revoked before", Sign(army, EntryKind.Report, """{"id":"R20","source":"nn-army"}"""));
        yield return ("a key replaced before", Sign(clerk, EntryKind.Report, """{"id":"R20","source":"nn-army"}"""));
        yield return ("a key that no one registered", Sign(stranger, EntryKind.Report, """{"id":"R20","source":"nn-army"}"""));
        yield return ("another holder", Sign(SampleKeys.Submitter("north", 14), EntryKind.Report, """{"id":"R20","source":"nn-army"}"""));
        yield return ("another record", later.Sign("record.example/sea", EntryKind.Report, Utf8("""{"id":"R20"}"""), RiverRecord.At).Bytes.ToArray());
        yield return ("another's signature", Utf8(good.Replace(Signature(good), Signature(Encoding.UTF8.GetString(stored[9].Entry.Bytes.Span)), StringComparison.Ordinal)));
        yield return ("a second opening", Sign(registrar, new KeyChange.Open(SampleKeys.Origin, registrar.PublicKey)));
        yield return ("a key by a clerk", Sign(later, new KeyChange.Register("stranger", stranger.PublicKey, [])));
        yield return ("a key again", Sign(registrar, new KeyChange.Register("north", army.PublicKey, [])));
        yield return ("a second key for a holder", Sign(registrar, new KeyChange.Register(later.Holder, stranger.PublicKey, [])));
        yield return ("the registrar revoked", Sign(registrar, new KeyChange.Revoke(registrar.Id, "tired")));
        yield return ("a revoked key revoked", Sign(registrar, new KeyChange.Revoke(army.Id, "again")));
        yield return ("another's key replaced", Sign(later, new KeyChange.Rotate(registrar.Id, stranger.PublicKey)));
        yield return ("an id in use", Report("""{"count":"1","id":"R3","source":"nn-army"}"""));
        yield return ("a correction by another", Sign(registrar, EntryKind.Correction, Corrected(LeafOf("S1"), "S1")));
        yield return ("a correction of nothing", Sign(later, EntryKind.Correction, Corrected(new string('0', 64), "R3")));
        yield return ("a correction with another id", Sign(later, EntryKind.Correction, Corrected(LeafOf("S1"), "S2")));
        yield return ("a correction of what was corrected", Sign(later, EntryKind.Correction, Corrected(LeafOf("R1"), "R1")));
        yield return ("a withdrawal of what was withdrawn", Sign(later, EntryKind.Withdrawal, Taken(LeafOf("RX"))));
        yield return ("a withdrawal of a key", Sign(registrar, EntryKind.Withdrawal, Taken(Convert.ToHexStringLower(stored[1].Leaf.ToArray()))));
        yield return ("an erasure of what is open", Sign(later, EntryKind.Erasure, Taken(LeafOf("S1"))));
        foreach (var (part, other) in ((string, string)[])
            [("{\"content\"", " {\"content\""), ("\"1\"", "1"), ("\"1\"", "null"), ("\"count\":\"1\"", "\"count\":\"2\""), ("entry/1", "entry/2"), ("\"report\"", "\"rumour\""),
             ("\"record\":", "\"protected\":true,\"record\":"), ("08:00:00Z", "08:00Z"), ("08:00:00Z", "25:00:00Z"), ("\"clerk\"", "\"\""), ("\"clerk\"", "\"clerk\",\"tag\":\"x\""),
             ("\"count\":\"1\",", "\"count\":\"1\",\"count\":\"1\","), ("R20", "\\u005220"), ("R20", "\\ud800"), ("}", "}\n"), ("\"kind\":", "\"Kind\":"), ("==\",\"submitter\"", "\",\"submitter\"")])
        {
            Assert.Contains(part, good, StringComparison.Ordinal);
            yield return ($"{part} made {other}", Utf8(good.Replace(part, other, StringComparison.Ordinal)));
        }

        yield return ("bytes that are no UTF-8", [.. Utf8(good)[..20], 0xff, .. Utf8(good)[21..]]);
        yield return ("nested deeper than may be", Utf8($"{{\"content\":{string.Concat(Enumerable.Repeat("{\"a\":", 40))}\"\"{new string('}', 40)}}}"));
        yield return ("nothing", []);
    }

    private static string Signature(string entry) => entry[entry.IndexOf("\"signature\"", StringComparison.Ordinal)..entry.IndexOf(",\"submitter\"", StringComparison.Ordinal)];

    private async Task<byte[]> BundleWith(params byte[][] added)
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-hostile-").FullName;
        try
        {
            using (var key = SampleKeys.Operator)
            {
                await using var log = RecordLog.Create(folder, key);
                await log.AppendManyAsync([.. record.Stored().Select(e => e.Entry.Bytes), .. added.Select(a => (ReadOnlyMemory<byte>)a)], TestContext.Current.CancellationToken);
            }

            return Make(LogReader.Open(folder).OrThrow(), added.Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The writer parses entries; a hostile operator does not.
    private static byte[] Make(LogReader log, int added)
    {
        var honest = Enumerable.Range(0, (int)log.Size - added).Select(i => (long)i).ToArray();
        var files = OpenBundle.Of(BundleWriter.Make(log, BundlePurpose.OfReport("R3"), [.. honest], default, ImmutableHashSet<long>.Empty));
        var manifest = BundleManifest.Read(files[BundleFiles.Manifest]) with { Entries = null };
        files = honest.Aggregate(files, (f, i) => f.Without(BundleFiles.Proof(i))).With(BundleFiles.Manifest, manifest.ToBytes());
        return log.Entries(log.Size - added).Aggregate(files, (f, e) => f.Plus(BundleFiles.Entry(e.Index), e.Bytes.ToArray())).Zip();
    }
}
