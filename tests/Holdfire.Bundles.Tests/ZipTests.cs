using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Holdfire.Record;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

/// <summary>Zip files made to harm whoever unpacks them, and zip files that two programs could read differently.</summary>
public sealed class ZipTests(RiverRecord record) : IClassFixture<RiverRecord>
{
    [Fact]
    public void Name_ThatLeadsElsewhere_IsRefusedByBoth()
    {
        string[] names =
        [
            "../bundle.json", "/etc/passwd", "entries/../../x", "entries\\0.json", "C:\\x", "entries/", "entries/00.json", "entries/0.JSON", "entries/-1.json",
            "entries/99999999999999999.json", "disclosed/x.json", "attachments/" + new string('A', 64), "bundle.json\n", "bundle.json\0", "bündle.json", "x", "proofs/1",
        ];
        var bundle = OpenBundle.Of(record.Bundle("--report R3"));
        Verdicts.RefusedByBoth([.. names.Select(n => (n, bundle.Plus(n, [1]).Zip()))]);
    }

    [Fact]
    public void Form_ThatIsNotPlain_IsRefusedByBoth()
    {
        var bundle = OpenBundle.Of(record.Bundle("--report R3"));
        var plain = bundle.Zip();
        var directory = BinaryPrimitives.ReadInt32LittleEndian(plain.AsSpan(plain.Length - 6));
        Verdicts.RefusedByBoth(
            [
                ("a link", bundle.Zip(e => e.ExternalAttributes = unchecked((int)0xA1FF0000))),
                ("a folder", bundle.Zip(e => e.ExternalAttributes = 0x41FF0000)),
                ("a comment", bundle.Zip(e => e.Comment = "hello")),
                ("a comment of the whole", [.. plain[..^2], 2, 0, .. "hi"u8]),
                ("encrypted", Both(plain, 6, 8, 1)),
                ("sizes after the file", Both(plain, 6, 8, 8)),
                ("another method", Both(plain, 8, 10, 9)),
                ("another name before the file", Set(plain, 30, (byte)'B')),
                ("another offset", Set(plain, directory + 42, 1)),
                ("bytes in front", [0, .. plain]),
                ("bytes behind", [.. plain, 0]),
                ("cut", plain[..^1]),
                ("the end alone", plain[^22..]),
                ("nothing", []),
                ("zeroes", new byte[1000]),
                ("too many", Set(Set(plain, plain.Length - 14, 0xff), plain.Length - 12, 0xff)),
            ]);
    }

    [Fact]
    public void Size_ThatIsALie_IsRefusedByBoth()
    {
        var bundle = OpenBundle.Of(record.Bundle("--report R3"));
        var plain = bundle.Zip();
        byte[] Sized(int more)
        {
            var bytes = plain.ToArray();
            var directory = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(bytes.Length - 6));
            foreach (var at in (int[])[22, directory + 24])
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)) + more);
            }

            return bytes;
        }

        Verdicts.RefusedByBoth([("larger", Sized(-1)), ("smaller", Sized(1)), ("much larger", Sized(1 << 30)), ("negative", Sized(int.MinValue))]);
    }

    [Fact]
    public void Bomb_IsRefusedByBothBeforeItIsUnpacked()
    {
        var bundle = OpenBundle.Of(record.Bundle("--report R3"));
        var zeroes = new byte[BundleZip.LargestFile];
        string Name(int i) => "attachments/" + i.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);
        Verdicts.RefusedByBoth(
            [
                ("a file that packs a thousand times", bundle.Plus(Name(1), zeroes).Zip()),
                ("a file that is too large", bundle.Plus(Name(1), [.. zeroes, 0]).Zip()),
                ("files that are too large together", Enumerable.Range(1, 5).Aggregate(bundle, (b, i) => b.Plus(Name(i), zeroes)).Zip()),
            ]);
    }

    [Fact]
    public void Directory_WithTheSameFileTwice_IsRefusedByBoth()
    {
        // Two entries of the directory for one file: the way that bombs get past limits on each file.
        var plain = OpenBundle.Of(record.Bundle("--report R3")).Zip();
        var directory = BinaryPrimitives.ReadInt32LittleEndian(plain.AsSpan(plain.Length - 6));
        var first = plain[directory..(directory + 46 + "bundle.json".Length)];
        byte[] end = [.. plain[^22..]];
        Add(end, 8, 1, 2);
        Add(end, 10, 1, 2);
        Add(end, 12, first.Length, 4);
        Verdicts.RefusedByBoth([("twice", [.. plain[..directory], .. first, .. plain[directory..^22], .. end])]);
    }

    [Fact]
    public void Read_AnyBytes_ThrowsNothingElse() => Gen.Byte.Array[0, 200].Sample(
        bytes => Refused(bytes) && Refused([.. bytes, .. "PK\u0005\u0006"u8, .. bytes.Concat(new byte[18]).Take(18)]));

    [Fact]
    public void Manifest_AnyText_ThrowsNothingElse()
    {
        var text = Encoding.UTF8.GetString(BundleZip.Read(record.Bundle("--report R3"))[BundleFiles.Manifest].Span);
        var part = Gen.OneOf([.. new[] { "\"", "{", "}", "[", "]", ",", ":", "true", "null", "1", "\\u0000", "\\ud800", "é" }.Select(Gen.Const)]);
        Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, text.Length], part).Sample((a, b, between) =>
        {
            try
            {
                BundleManifest.Read(Encoding.UTF8.GetBytes(text[..a] + between + text[b..]));
            }
            catch (RecordException)
            {
                // Refused, as it should be.
            }
        });
    }

    private static bool Refused(byte[] bytes)
    {
        try
        {
            return BundleZip.Read(bytes).Count == 0;
        }
        catch (RecordException)
        {
            return true;
        }
    }

    private static byte[] Set(byte[] bytes, int at, byte value)
    {
        var changed = bytes.ToArray();
        changed[at] = value;
        return changed;
    }

    // A field of the first file, before it and in the directory.
    private static byte[] Both(byte[] bytes, int local, int central, byte value) =>
        Set(Set(bytes, local, value), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(bytes.Length - 6)) + central, value);

    private static void Add(byte[] end, int at, int more, int length)
    {
        if (length == 2)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(at), (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(at)) + more));
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(at), BinaryPrimitives.ReadInt32LittleEndian(end.AsSpan(at)) + more);
        }
    }
}
