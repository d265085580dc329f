using System.Globalization;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.State;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.State;

/// <summary>Random records: what follows from a snapshot and the rest is what follows from all entries, at every size.</summary>
public sealed class LedgerSnapshotTests
{
    private const int Entries = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Snapshot_AtEverySize_GoesOnAsTheWholeDoes(int seed)
    {
        var entries = Random(seed);
        var whole = LedgerBytes.Of(Taken(Empty(), entries));
        for (var size = 0; size <= entries.Count; size++)
        {
            var bytes = LedgerBytes.Of(Taken(Empty(), entries[..size]));
            var read = LedgerBytes.Read(bytes);
            Assert.Equal(bytes, LedgerBytes.Of(read));
            Assert.Equal(whole, LedgerBytes.Of(Taken(read, entries[size..])));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void At_EverySize_IsTheLedgerOfTheFirstEntries(int seed)
    {
        var entries = Random(seed);
        var whole = LedgerBytes.Read(LedgerBytes.Of(Taken(Empty(), entries))).Ledger;
        for (var size = 0; size <= entries.Count; size++)
        {
            var (expected, found) = (Taken(Empty(), entries[..size]).Ledger, whole.At(size));
            Assert.Equal(expected.Count, found.Count);
            Assert.Equal(Enumerable.Range(0, size).Select(i => expected[i]), Enumerable.Range(0, size).Select(i => found[i]));
            Assert.Equal(expected.Leaves(), found.Leaves());
            Assert.Equal(expected.Commitments, found.Commitments);
            Assert.Equal(expected.History.Select(h => (h.At, h.Target)), found.History.Select(h => (h.At, h.Target)));
            Assert.Equal(expected.Keys.Keys.Select(k => (k.Id, k.Holder, k.Registered, k.Revoked)), found.Keys.Keys.Select(k => (k.Id, k.Holder, k.Registered, k.Revoked)));
            Assert.Equal(expected.Keys.Origin, found.Keys.Origin);
            Assert.Equal(expected.FindInUse(EntryKind.Case, ""), found.FindInUse(EntryKind.Case, ""));
            foreach (var id in Enumerable.Range(0, Entries).Select(i => $"R{i}"))
            {
                Assert.Equal(expected.Find(EntryKind.Report, id), found.Find(EntryKind.Report, id));
                Assert.Equal(expected.FindCurrent(id), found.FindCurrent(id));
                Assert.Equal(expected.FindEver(id), found.FindEver(id));
            }
        }
    }

    private static LedgerSnapshot Empty() => new(new Ledger(), new MerkleFrontier());

    private static LedgerSnapshot Taken(LedgerSnapshot known, IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            Assert.Null(known.Ledger.Take(entry, Made.Leaf(entry), out _));
            known.Frontier.Add(Made.Leaf(entry));
        }

        return known;
    }

    // Entries of all kinds that change others, each of which the ledger takes.
    private static List<Entry> Random(int seed)
    {
        var random = new Random(seed);
        var (registrar, clerk) = (Made.Key("mission", 1), Made.Key("clerk", 2));
        var known = Empty();
        List<Entry> entries = [];
        foreach (var entry in (Entry[])[Made.Opening(registrar), Made.Registering(registrar, clerk, "aa-army")])
        {
            Try(entry);
        }

        while (entries.Count < Entries)
        {
            var number = entries.Count.ToString(CultureInfo.InvariantCulture);
            var of = entries[random.Next(entries.Count)];
            var by = random.Next(3) == 0 ? registrar : clerk;
            Try(random.Next(10) switch
            {
                0 => Made.Entry(by, EntryKind.Withdrawal, $$"""{"of":"{{Made.LeafHex(of)}}","reason":"{{number}}"}"""),
                1 => Made.Entry(registrar, EntryKind.SetAside, $$"""{"of":"{{Made.LeafHex(of)}}","reason":"{{number}}"}"""),
                2 => Made.Entry(registrar, EntryKind.Erasure, $$"""{"of":"{{Made.LeafHex(of)}}","reason":"{{number}}"}"""),
                3 => clerk.SignProtected(Made.Origin, EntryKind.Report, number.PadLeft(64, 'a'), Made.At),
                4 or 5 when of.Item.Id.Length > 0 => EnteredRecord.Correction(by, of, of.Item.Id),
                6 when random.Next(3) == 0 => Made.Registering(registrar, Made.Key($"desk {number}", (byte)(100 + entries.Count))),
                7 when known.Ledger.Keys.Keys.LastOrDefault(k => k.Revoked is null && k.Holder.StartsWith("desk", StringComparison.Ordinal)) is { } desk =>
                    Made.Change(registrar, new KeyChange.Revoke(desk.Id, number)),
                8 => Made.Entry(by, EntryKind.Case, $$"""{"id":"c","title":"{{number}}"}"""),
                _ => Made.Entry(clerk, EntryKind.Report, $$"""{"id":"R{{random.Next(12)}}","source":"aa-army","count":"{{number}}"}"""),
            });
        }

        return entries;

        void Try(Entry entry)
        {
            if (known.Ledger.Try(entry, Made.Leaf(entry), out _) is null)
            {
                Taken(known, [entry]);
                entries.Add(entry);
            }
        }
    }
}
