using System.Buffers;
using CsCheck;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;
using NodaTime;

namespace Holdfire.Record.Tests.Tlog;

/// <summary>Every parser, on random text and on good text with changes: it never throws, and what it takes it writes back unchanged.</summary>
public sealed class ParserFuzzTests : IDisposable
{
    private static readonly string[] Pieces =
        ["\n", "\n\n", " ", "+", "— ", "=", "0", "x", "/", "\0", "\u2028", "\ud800", "9223372036854775808"];

    private readonly NoteSigner log = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
    private readonly NoteSigner witness = NoteSigner.Generate("witness.example", SignatureKind.Cosignature);
    private readonly ListNodes tree = ListNodes.Of(20);

    public void Dispose()
    {
        log.Dispose();
        witness.Dispose();
    }

    private SignedNote Note
    {
        get
        {
            var text = new Checkpoint(log.Verifier.Name, 20, tree.Root(0, 20)).ToText();
            return new SignedNote(text, [log.Sign(text), witness.Cosign(text, Instant.FromUtc(2025, 5, 9, 0, 0))]);
        }
    }

    [Fact]
    public void Note_IsReadOrRefused() => Fuzz(Note.ToString(), SignedNote.Parse, n => n.ToString());

    [Fact]
    public void NoteBytes_AreReadOrRefused() => FuzzBytes(Note.ToBytes(), b => SignedNote.Parse(b), n => n.ToBytes());

    [Fact]
    public void CheckpointText_IsReadOrRefused() => Fuzz(Note.Text, Checkpoint.Parse, c => c.ToText());

    [Fact]
    public void VerifierKey_IsReadOrRefused() => Fuzz(log.Verifier.ToVkey(), NoteVerifier.Parse, k => k.ToVkey());

    [Fact]
    public void SigningKey_IsReadOrRefused() => Fuzz(log.ToSkey(), NoteSigner.Parse, k => k.ToSkey());

    [Fact]
    public void Proof_IsReadOrRefused() =>
        Fuzz(new TlogProof(3, MerkleProof.Inclusion(tree, 3, 20), Note) { Extra = [1, 2] }.ToString(), TlogProof.Parse, p => p.ToString());

    [Fact]
    public void WitnessRequest_IsReadOrRefused() =>
        Fuzz(new AddCheckpointRequest(7, MerkleProof.Consistency(tree, 7, 20), Note).ToString(), AddCheckpointRequest.Parse, r => r.ToString());

    [Fact]
    public void TilePath_IsReadOrRefused() => Fuzz("tile/3/x001/x234/067.p/89", TileCoordinate.Parse, t => t.Path);

    [Fact]
    public void Hash_IsReadOrRefused() => Fuzz(tree.Leaves[0].ToString(), MerkleHash.Parse, h => h.ToString());

    [Fact]
    public void Policy_IsReadOrRefused() =>
        Fuzz($"log {log.Verifier.ToVkey()}\nwitness W {witness.Verifier.ToVkey()} https://w.example/\ngroup G all W\nquorum G\n", TlogPolicy.Parse, null);

    [Fact]
    public void Bundle_IsReadOrRefused() =>
        FuzzBytes(
            EntryBundle.Write([new byte[3], ReadOnlyMemory<byte>.Empty, new byte[300]]), b => EntryBundle.Read(b, 3), e => EntryBundle.Write(e.AsSpan()));

    [Fact]
    public void JournalRecord_IsReadOnlyWhole()
    {
        var whole = JournalRecord.Write(7, Note, [new byte[100], new byte[9]], new ArrayBufferWriter<byte>()).ToArray();
        Assert.Equal(2, JournalRecord.Read(whole).Value.Record.Entries.Length);

        // Its checksum covers every byte.
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255]).Sample((at, bits) =>
        {
            var changed = whole.ToArray();
            changed[at] ^= bits;
            return !JournalRecord.Read(changed).Ok && !JournalRecord.Read(whole.AsMemory(0, at)).Ok;
        });
        FuzzBytes(whole, b => JournalRecord.Read(b), null);
    }

    [Fact]
    public void JournalFile_NamesDamageBeforeAGoodRecord_AndLeavesATornEndOut()
    {
        var (file, ends) = JournalFile(7);
        Assert.Equal(4, JournalReplay.ReadFile(file, 7, log.Verifier).Records.Length);
        Assert.Single(JournalReplay.ReadFile(file, 8, log.Verifier).Damage);
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte[1, 255]).Sample((at, bits) =>
        {
            var changed = file.ToArray();
            changed[at] ^= bits;
            var read = JournalReplay.ReadFile(changed, 7, log.Verifier);
            var record = ends.FindIndex(e => at < e);
            var padding = record < 0 || !file.AsSpan(at, ends[record] - at).ContainsAnyExcept((byte)0);
            return padding ? read is { Damage.Length: 0, Records.Length: 4 }
                : record == 3 ? read is { Damage.Length: 0, Records.Length: 3 }
                : read is { Damage.Length: 1, Records.Length: 3 } && read.Damage[0].At == (record == 0 ? 0 : Padded(ends[record - 1]));
        });
    }

    private static long Padded(int end) => JournalRecord.Padded(end);

    private (byte[] File, List<int> Ends) JournalFile(ulong number)
    {
        var file = new List<byte>();
        var ends = new List<int>();
        for (var size = 0; size < 4; size++)
        {
            var text = new Checkpoint(log.Verifier.Name, size, tree.Root(0, size)).ToText();
            var entries = size == 0 ? [] : new ReadOnlyMemory<byte>[] { Enumerable.Repeat((byte)9, 50 * size).ToArray() };
            file.AddRange(JournalRecord.Write(number, new SignedNote(text, [log.Sign(text)]), entries, new ArrayBufferWriter<byte>()).Span);
            file.AddRange(new byte[JournalRecord.Padded(file.Count) - file.Count]);
            ends.Add(file.Count);
        }

        file.AddRange(new byte[2 * JournalRecord.Alignment]);
        return ([.. file], ends);
    }

    private static void Fuzz<T>(string good, Func<string, Parsed<T>> parse, Func<T, string>? write)
        where T : notnull
    {
        Assert.True(parse(good).Ok);
        var piece = Gen.OneOf(Gen.String, Gen.OneOf(Pieces.Select(Gen.Const).ToArray()));
        Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, 12], piece).Sample((at, length, put) =>
            Holds(good[..at] + put + good[Math.Min(good.Length, at + length)..]) && Holds(put) && Holds(good[..at]) && Holds(good[at..]),
            iter: 2000);

        bool Holds(string text) => !parse(text).Is(out var value, out _) || write is null || write(value) == text;
    }

    private static void FuzzBytes<T>(byte[] good, Func<byte[], Parsed<T>> parse, Func<T, byte[]>? write)
        where T : notnull
    {
        Assert.True(parse(good).Ok);
        Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, 12], Gen.Byte.Array[0, 12]).Sample((at, length, put) =>
            Holds([.. good[..at], .. put, .. good[Math.Min(good.Length, at + length)..]]) && Holds(put) && Holds(good[..at]), iter: 2000);

        bool Holds(byte[] bytes) => !parse(bytes).Is(out var value, out _) || write is null || write(value).AsSpan().SequenceEqual(bytes);
    }
}
