using System.Text;
using CsCheck;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tests.State;
using Holdfire.Record.Tlog;
using Holdfire.Record.Verification;

namespace Holdfire.Record.Tests.Protection;

public sealed class SealedEntryTests
{
    [Fact]
    public void WhatTheLogHolds_IsOfOneLength_AndSaysNothingOfWhatIsSealed()
    {
        var one = Sealed("mission", "R1");
        var other = EnteredRecord.Registrar.Seal(Made.Origin, EntryKind.Party, Content("""{"id":"AA","name":"a long name, so that the entry is longer"}"""), Made.At, "named:anna,bo");
        Assert.Equal($$"""{"commitment":"{{one.Commitment}}","record":"{{Made.Origin}}","type":"holdfire/entry/2"}""", Text(one.Committed));
        Assert.Equal(one.Committed.Bytes.Length, other.Committed.Bytes.Length);
        Assert.NotEqual(one.Commitment, Sealed("mission", "R1").Commitment);
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefusedOrAnotherCommitment()
    {
        var one = Sealed("mission", "R1");
        Assert.Equal(one.Commitment, SealedEntry.Read(one.Entry.Bytes, out _)!.Commitment);
        Gen.Select(Gen.Int[0, one.Entry.Bytes.Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
        {
            var other = one.Entry.Bytes.ToArray();
            other[at] ^= change;
            return SealedEntry.Read(other, out _)?.Commitment != one.Commitment;
        });
    }

    [Fact]
    public void WhoIsShownIt_CannotEnterItForAll()
    {
        var one = Sealed("mission", "R1");
        Assert.False(EntryBytes.TryParse(one.Entry.Bytes, out _, out _));

        // Nor does its signature hold for an open entry of the same words.
        var open = Text(one.Entry).Replace("holdfire/sealed/1", "holdfire/entry/1", StringComparison.Ordinal);
        foreach (var member in (string[])["audience", "salt"])
        {
            var start = open.IndexOf($"\"{member}\":", StringComparison.Ordinal);
            open = open.Remove(start, open.IndexOf(',', start) + 1 - start);
        }

        Assert.True(EntryBytes.TryParse(Encoding.UTF8.GetBytes(open), out var entry, out _));
        Assert.False(EntrySignature.IsBy(entry!, Key(EnteredRecord.Clerk)));
        Assert.True(one.IsSignedBy(Key(EnteredRecord.Clerk)));
    }

    [Theory]
    [InlineData("\"kind\":\"report\"", "\"kind\":\"key\"")]
    [InlineData("\"kind\":\"report\"", "\"kind\":\"erasure\"")]
    [InlineData("\"kind\":\"report\"", "\"kind\":\"sealed\"")]
    [InlineData("\"kind\":\"report\"", "\"kind\":\"set_aside\"")]
    [InlineData("\"audience\":\"mission\",", "")]
    [InlineData("\"audience\":\"mission\"", "\"audience\":\"\"")]
    [InlineData("\"record\":", "\"number\":\"1\",\"record\":")]
    [InlineData("holdfire/sealed/1", "holdfire/entry/1")]
    public void Read_OfWhatMayNotBeSealed_IsRefused(string from, string to)
    {
        var text = Text(Sealed("mission", "R1").Entry);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Null(SealedEntry.Read(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)), out var error));
        Assert.NotNull(error);
    }

    [Theory]
    [InlineData("""{"commitment":"C","kind":"report","record":"O","type":"holdfire/entry/2"}""")]
    [InlineData("""{"record":"O","type":"holdfire/entry/2"}""")]
    [InlineData("""{"commitment":"c0","record":"O","type":"holdfire/entry/2"}""")]
    [InlineData("""{"type":"holdfire/entry/2","commitment":"C","record":"O"}""")]
    public void Parse_OfAnotherFormOfACommitment_IsRefused(string form) => Assert.False(EntryBytes.TryParse(
        Encoding.UTF8.GetBytes(form.Replace("C", new string('a', 64), StringComparison.Ordinal).Replace("O", Made.Origin, StringComparison.Ordinal)), out _, out _));

    [Fact]
    public async Task Record_IsAskedAsThoseWhoMaySee_AndIsAsBeforeAfterwards()
    {
        using var sample = await EnteredRecord.Create();
        var first = await Append(sample, Sealed("mission", "S1"), Sealed("party:AA", "S2"));
        var record = RecordReader.Open(sample.Folder).OrThrow();
        var (hidden, before) = (SealedEntries.Of(sample.Folder), LedgerBytes.Of(record.Known));
        Assert.Equal(["mission", "party:AA"], hidden.Labels(record));

        var (mission, all, nobody) = (Seen(hidden, record, "mission"), Seen(hidden, record, "mission", "party:AA"), Seen(hidden, record));
        Assert.Equal(first, mission["S1"]);
        Assert.Null(mission["S2"]);
        Assert.Equal(first + 1, all["S2"]);
        Assert.Null(nobody["S1"]);
        Assert.Equal(before, LedgerBytes.Of(record.Known));

        var copy = hidden.Copy(record, l => l == "party:AA");
        Assert.Equal(first + 1, copy.Ledger.Find(EntryKind.Report, "S2"));
        Assert.Equal("S2", copy.Entry(first + 1).Entry.Item.Id);
        Assert.True(copy.Entry(first).Entry.IsSealed);
        Assert.Equal(before, LedgerBytes.Of(record.Known));
    }

    [Fact]
    public async Task WhatIsOpen_StandsWhateverIsSealed()
    {
        using var sample = await EnteredRecord.Create();
        var first = await Append(sample, Sealed("mission", "S1"));
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            // The same id in the open: whoever does not know of the other is not refused.
            await writer.AppendAsync(Made.Entry(EnteredRecord.Clerk, EntryKind.Report, """{"id":"S1","source":"aa-army","act":"attack","count":"1"}"""));
            await writer.PublishAsync();
        }

        var record = RecordReader.Open(sample.Folder).OrThrow();
        var (found, left) = SealedEntries.Of(sample.Folder).Ask(record, _ => true, r => (r.Ledger.Find(EntryKind.Report, "S1"), r.UnsealedInVain));
        Assert.Equal(first + 1, found);
        Assert.Equal(first, Assert.Single(left).Index);
    }

    [Fact]
    public async Task CorrectionAndWithdrawal_ThatAreSealed_ChangeWhatTheirReadersSeeAlone()
    {
        using var sample = await EnteredRecord.Create();
        var one = Sealed("mission", "S1");
        await Append(sample, one);
        await Append(
            sample,
            EnteredRecord.Clerk.Seal(Made.Origin, EntryKind.Withdrawal, ItemContents.Change(MerkleHash.OfLeaf(one.Committed.Bytes.Span), "wrong"), Made.At, "mission"),
            EnteredRecord.Clerk.Seal(
                Made.Origin, EntryKind.Correction,
                Content($$"""{"of":"{{Made.LeafHex(EnteredRecord.Report(1))}}","kind":"report","item":{"id":"R1","source":"aa-army","act":"attack","count":"9"},"reason":"misread"}"""), Made.At, "mission"));
        var record = RecordReader.Open(sample.Folder).OrThrow();
        var hidden = SealedEntries.Of(sample.Folder);
        var open = record.Ledger.Find(EntryKind.Report, "R1");
        var (gone, corrected) = hidden.Ask(record, _ => true, r => (r.Ledger.Find(EntryKind.Report, "S1"), r.Ledger.Find(EntryKind.Report, "R1")));
        Assert.Null(gone);
        Assert.Equal(record.Size - 1, corrected);
        Assert.NotEqual(open, corrected);
        Assert.Equal(open, record.Ledger.Find(EntryKind.Report, "R1"));
    }

    [Fact]
    public async Task OthersKeys_AndRevokedOnes_SealNothing()
    {
        using var sample = await EnteredRecord.Create();
        var lost = EnteredRecord.Lost.Seal(Made.Origin, EntryKind.Report, Report("S1"), Made.At, "mission");
        var stranger = Made.Key("clerk", 9).Seal(Made.Origin, EntryKind.Report, Report("S2"), Made.At, "mission");
        foreach (var entry in (SealedEntry[])[lost, stranger])
        {
            await Assert.ThrowsAsync<RecordException>(() => Append(sample, entry));
            Assert.Empty(sample.Contents.SealedFiles);
        }

        // Neither where the operator puts the commitment into the log: what is there is held against the keys again.
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(lost.Committed));
            await writer.PublishAsync();
        }
    }

    [Fact]
    public async Task Erased_ByTheRegistrar_IsSeenByNobody_AlsoWhereAFileIsPutBack()
    {
        using var sample = await EnteredRecord.Create();
        var one = Sealed("mission", "S1");
        var index = await Append(sample, one);
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            var erasure = ItemContents.Change(MerkleHash.OfLeaf(one.Committed.Bytes.Span), "asked for");
            await Assert.ThrowsAsync<RecordException>(() => writer.EraseAsync(EnteredRecord.Clerk.Sign(Made.Origin, EntryKind.Erasure, erasure, Made.At)));
            await writer.EraseAsync(EnteredRecord.Registrar.Sign(Made.Origin, EntryKind.Erasure, erasure, Made.At));
            await writer.PublishAsync();
        }

        Assert.Empty(sample.Contents.SealedFiles);
        sample.Contents.Keep(one);
        var record = RecordReader.Open(sample.Folder).OrThrow();
        Assert.Empty(SealedEntries.Of(sample.Folder).Labels(record));
        Assert.Equal(EntryKind.Sealed, record.Ledger[index].Kind);
    }

    [Fact]
    public async Task Altered_IsFoundByVerify_AndWhatIsLostToo()
    {
        using var sample = await EnteredRecord.Create();
        await Append(sample, Sealed("mission", "S1"));
        Assert.Empty(Verified(sample).Errors);
        Assert.Equal((1, 1), (Verified(sample).Sealed, Verified(sample).SealedHere));

        var path = Assert.Single(sample.Contents.SealedFiles);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllText(path, Encoding.UTF8.GetString(bytes).Replace("S1", "S2", StringComparison.Ordinal));
        Assert.NotEmpty(Verified(sample).Errors);
        File.Delete(path);
        Assert.Contains("lost or deleted", Assert.Single(Verified(sample).Errors).ToString(), StringComparison.Ordinal);
    }

    private static VerifiedRecord Verified(EnteredRecord sample) => RecordVerifier.Verify(sample.Folder, new VerifyOptions());

    private static Dictionary<string, long?> Seen(SealedEntries hidden, RecordReader record, params string[] labels) =>
        hidden.Ask(record, labels.Contains, r => ((string[])["S1", "S2"]).ToDictionary(id => id, id => r.Ledger.Find(EntryKind.Report, id)));

    // Gives the index of the first.
    private static async Task<long> Append(EnteredRecord sample, params SealedEntry[] entries)
    {
        await using var writer = await EnteredRecord.Open(sample.Folder);
        var receipt = await writer.AppendManyAsync([.. entries.Select(e => e.Committed)], entries, _ => true);
        await writer.PublishAsync();
        return receipt.Index;
    }

    private static SealedEntry Sealed(string audience, string id) => EnteredRecord.Clerk.Seal(Made.Origin, EntryKind.Report, Report(id), Made.At, audience);

    private static byte[] Report(string id) => Content($$"""{"id":"{{id}}","source":"aa-army","act":"attack.shelling","count":"3"}""");

    private static byte[] Content(string json) => CanonicalJson.Of(Encoding.UTF8.GetBytes(json));

    private static NSec.Cryptography.PublicKey Key(SubmitterKey key) =>
        NSec.Cryptography.PublicKey.Import(NSec.Cryptography.SignatureAlgorithm.Ed25519, key.PublicKey, NSec.Cryptography.KeyBlobFormat.RawPublicKey);

    private static string Text(Entry entry) => Encoding.UTF8.GetString(entry.Bytes.Span);
}
