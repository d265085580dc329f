using System.Text;
using CsCheck;
using Holdfire.Record;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

/// <summary>Every file of a bundle changed, dropped, swapped, cut and doubled; with and without bundle.json made to fit.</summary>
public sealed class TamperingTests(RiverRecord record) : IClassFixture<RiverRecord>
{
    private const string Counts = "--part -- counts --side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13 --by day";

    private const string WholeCounts = "-- counts --side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13 --by day";

    [Theory]
    [InlineData("--report R3")]
    [InlineData(Counts)]
    [InlineData("--whole " + WholeCounts)]
    public void AnyFile_Tampered_IsRefusedByBothAndNamed(string query)
    {
        var bundle = OpenBundle.Of(record.Bundle(query));
        var forged = new List<(string What, byte[] Bundle)>();
        for (var i = 0; i < bundle.Files.Length; i++)
        {
            var (name, bytes) = bundle.Files[i];
            var (other, others) = bundle.Files[(i + 1) % bundle.Files.Length];
            forged.Add(($"{name} changed", bundle.With(name, Changed(bytes)).Zip()));
            forged.Add(($"{name} cut", bundle.With(name, bytes[..^1]).Zip()));
            forged.Add(($"{name} emptied", bundle.With(name, []).Zip()));
            forged.Add(($"{name} longer", bundle.With(name, [.. bytes, (byte)'\n']).Zip()));
            forged.Add(($"{name} dropped", bundle.Without(name).Zip()));
            forged.Add(($"{name} doubled", bundle.Plus(name, bytes).Zip()));
            forged.Add(($"{name} swapped with {other}", bundle.With(name, others).With(other, bytes).Zip()));
        }

        foreach (var ((what, _), error) in forged.Zip(Verdicts.RefusedByBoth(forged, sameFile: false)))
        {
            if (what.StartsWith(BundleFiles.Manifest, StringComparison.Ordinal) || what.Contains("swapped", StringComparison.Ordinal))
            {
                continue;
            }

            // That a proof does not lead to the root is said of its entry, and that the entries do not give the root, of all of them.
            var name = what.Split(' ')[0];
            var named = name.StartsWith("proofs/", StringComparison.Ordinal) ? name["proofs/".Length..].Split('.')[0] : name;
            Assert.True(error.Contains(named, StringComparison.Ordinal) || error.StartsWith("entries: the root", StringComparison.Ordinal), $"{what}: {error}");
        }
    }

    [Fact]
    public void Figure_ChangedAndSealedAnew_IsRefusedByBoth()
    {
        var bundle = OpenBundle.Of(record.Bundle(Counts));
        var figure = Encoding.UTF8.GetString(bundle[BundleFiles.Figure]);
        string[][] changes =
        [
            ["\"min\": 138", "\"min\": 139"], ["\"max\": 220", "\"max\": 20"], ["\"reports\": 4", "\"reports\": 5"], ["\"R3\",", ""],
            ["2031-03-10T05:00Z", "2031-03-10T05:01Z"], ["\"unit\": \"item\"", "\"unit\": \"attack\""], ["  \"rows\"", "\"rows\""], ["counts/1", "counts/2"],
        ];
        Verdicts.RefusedByBoth([.. changes.Select(c => (c[1], bundle.With(BundleFiles.Figure, Utf8(Replaced(figure, c))).Resealed().Zip()))]);
    }

    [Fact]
    public void Query_Changed_IsRefusedByBoth()
    {
        var bundle = OpenBundle.Of(record.Bundle(Counts));
        var manifest = Encoding.UTF8.GetString(bundle[BundleFiles.Manifest]);
        var size = SizeOf(bundle);
        string[][] changes =
        [
            ["\"NN\"", "\"SS\""], ["\"launched\"", "\"destroyed\""], ["\"attack.air\"", "\"attack.air.uav\""], ["\"day\"", "\"week\""],
            ["\"--by\",\"day\"", "\"--by\",\"@day\""], ["\"--by\",\"day\"", "\"--record\",\"day\""], ["\"counts\"", "\"report\""],
            ["\"command\":\"counts\",", ""], ["\"whole\":false", "\"whole\":true"], [$"\"size\":\"{size}\"", $"\"size\":\"{size}0\""], [$"\"size\":\"{size}\"", $"\"size\":{size}"],
            ["record.example/river", "record.example/rivers"], ["\"whole\":false", "\"whole\":false,\"x\":\"y\""], ["\"0\",", ""], ["bundle/1", "bundle/2"],
        ];
        Verdicts.RefusedByBoth([.. changes.Select(c => (c[1], bundle.With(BundleFiles.Manifest, Utf8(Replaced(manifest, c))).Zip()))]);
    }

    [Fact]
    public void FilesBesideTheEntries_SealedAnew_AreRefusedByBoth()
    {
        var bundle = OpenBundle.Of(record.Bundle("--whole " + WholeCounts));
        var (disclosed, attachment) = (Only(bundle, "disclosed/"), Only(bundle, "attachments/"));
        using var other = SampleKeys.Signer(SampleKeys.Origin, Record.Tlog.SignatureKind.Ed25519, 9);
        var forged = new (string What, OpenBundle Bundle)[]
        {
            ("the salt", bundle.With(disclosed, Utf8(Encoding.UTF8.GetString(bundle[disclosed]).Replace("BQUF", "BQUG", StringComparison.Ordinal)))),
            ("the content", bundle.With(disclosed, Utf8(Encoding.UTF8.GetString(bundle[disclosed]).Replace("\"12\"", "\"13\"", StringComparison.Ordinal)))),
            ("no entry for it", bundle.Plus("attachments/" + new string('0', 64), [])),
            ("no commitment for it", bundle.Plus("disclosed/" + new string('0', 64) + ".json", bundle[disclosed])),
            ("the attachment", bundle.With(attachment, Utf8("another photo"))),
            ("the key", bundle.With(BundleFiles.OperatorKey, Utf8(other.Verifier.ToVkey()))),
            ("a witness as operator", bundle.With(BundleFiles.OperatorKey, bundle[BundleFiles.Witnesses])),
            ("a witness's key", bundle.With(BundleFiles.Witnesses, Changed(bundle[BundleFiles.Witnesses]))),
            ("the cosignature", bundle.With(BundleFiles.Checkpoint, [.. bundle[BundleFiles.Checkpoint][..^10], .. "AAAAAAA==\n"u8])),
            ("the checkpoint's size", bundle.With(BundleFiles.Checkpoint, Utf8(Encoding.UTF8.GetString(bundle[BundleFiles.Checkpoint]).Replace($"\n{SizeOf(bundle)}\n", "\n34\n", StringComparison.Ordinal)))),
        };
        Verdicts.RefusedByBoth([.. forged.Select(f => (f.What, f.Bundle.Resealed().Zip()))]);
    }

    [Fact]
    public void AnyByteOfTheFile_Changed_IsRefusedOrChangesNothing()
    {
        var bundle = record.Bundle("--report R3");
        var files = BundleZip.Read(bundle);
        Gen.Select(Gen.Int[0, bundle.Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
        {
            var bytes = bundle.ToArray();
            bytes[at] ^= change;
            try
            {
                BundleVerifier.Verify(bytes, BundleTrust.None, new BundleChecks());
                return BundleZip.Read(bytes).SequenceEqual(files, FileEquality.Instance);
            }
            catch (RecordException)
            {
                return true;
            }
        });
    }

    [Fact]
    public void AnyBytesOfTheFile_Changed_GetOneVerdictFromBoth()
    {
        var bundle = record.Bundle("--report R3");
        var change = Gen.Select(Gen.Int[0, bundle.Length - 1], Gen.Int[0, bundle.Length - 1], Gen.Byte, Gen.Int[0, 3]);
        change.Array[150].Sample(
            changes =>
            {
                var forged = changes.Select(c => Forged(bundle, c)).ToArray();
                var answers = JavaScriptVerifier.Verify(forged);
                foreach (var (bytes, answer) in forged.Zip(answers))
                {
                    var ours = InProcess.Verify(bytes);
                    Assert.True((ours is null) == answer.Ok, $"'{ours}' and '{answer.Error}'");
                }
            },
            iter: 3, threads: 1);
    }

    private static byte[] Forged(byte[] bundle, (int A, int B, byte Byte, int Way) change) => change.Way switch
    {
        0 => [.. bundle[..change.A], change.Byte, .. bundle[change.A..]],
        1 => bundle[..change.A],
        2 => [.. bundle[..change.A], .. bundle[change.B..]],
        _ => [.. bundle[..change.A], (byte)(bundle[change.A] ^ change.Byte), .. bundle[(change.A + 1)..]],
    };

    private static byte[] Changed(byte[] bytes)
    {
        var changed = bytes.ToArray();
        changed[changed.Length / 2] ^= 1;
        return changed;
    }

    // The second line of a checkpoint.
    private static string SizeOf(OpenBundle bundle) => Encoding.UTF8.GetString(bundle[BundleFiles.Checkpoint]).Split('\n')[1];

    private static string Replaced(string text, string[] change)
    {
        Assert.Contains(change[0], text, StringComparison.Ordinal);
        return text.Replace(change[0], change[1], StringComparison.Ordinal);
    }

    private static string Only(OpenBundle bundle, string folder) => Assert.Single(bundle.Files, f => f.Name.StartsWith(folder, StringComparison.Ordinal)).Name;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class FileEquality : IEqualityComparer<KeyValuePair<string, ReadOnlyMemory<byte>>>
    {
        public static readonly FileEquality Instance = new();

        public bool Equals(KeyValuePair<string, ReadOnlyMemory<byte>> x, KeyValuePair<string, ReadOnlyMemory<byte>> y) =>
            x.Key == y.Key && x.Value.Span.SequenceEqual(y.Value.Span);

        public int GetHashCode(KeyValuePair<string, ReadOnlyMemory<byte>> file) => StringComparer.Ordinal.GetHashCode(file.Key);
    }
}
