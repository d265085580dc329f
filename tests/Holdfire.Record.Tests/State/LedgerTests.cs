using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.State;
using Holdfire.Record.Tests.Entries;

namespace Holdfire.Record.Tests.State;

public sealed class LedgerTests
{
    private readonly SubmitterKey registrar = Made.Key("mission", 1);
    private readonly SubmitterKey clerk = Made.Key("clerk", 2);
    private readonly SubmitterKey army = Made.Key("army", 3);
    private readonly SubmitterKey other = Made.Key("other", 4);
    private readonly Ledger ledger = new();
    private readonly Entry report;

    public LedgerTests()
    {
        report = Made.Entry(clerk, EntryKind.Report, """{"id":"R1","source":"aa-army","count":"5"}""");
        foreach (var entry in (Entry[])
            [Made.Opening(registrar), Made.Registering(registrar, clerk), Made.Registering(registrar, army, "aa-army"),
             Made.Registering(registrar, other), report])
        {
            Assert.Null(Take(entry));
        }
    }

    [Fact]
    public void Take_TheSameEntryAgain_IsRefused() => Assert.Contains("entry 4 again", Take(report), StringComparison.Ordinal);

    [Fact]
    public void Take_TheSameIdAgain_IsRefused() => Assert.Contains(
        "'R1' of entry 4", Take(Made.Entry(clerk, EntryKind.Report, """{"id":"R1","source":"aa-army","count":"6"}""")), StringComparison.Ordinal);

    [Fact]
    public void Take_TheSameIdOfAnotherKind_IsTaken() =>
        Assert.Null(Take(Made.Entry(clerk, EntryKind.Statement, """{"id":"R1","speaker":"aa-army"}""")));

    [Fact]
    public void Take_Correction_LeavesTheOldEntryAndTakesItsPlace()
    {
        Assert.Null(Take(Correction(clerk, report, "R1")));
        Assert.Equal((Standing.Corrected, 5L), (ledger[4].Standing, ledger[4].ChangedBy));
        Assert.Equal((Standing.Stands, 4L), (ledger[5].Standing, ledger[5].Root));
        Assert.Equal(5, ledger.Find(EntryKind.Report, "R1"));
    }

    [Fact]
    public void Take_SecondCorrectionOfTheSameEntry_IsRefused()
    {
        Assert.Null(Take(Correction(clerk, report, "R1")));
        Assert.Contains("changed by entry 5", Take(Correction(clerk, report, "R1", "7")), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_CorrectionOfACorrection_KeepsTheRoot()
    {
        var first = Correction(clerk, report, "R1");
        Assert.Null(Take(first));
        Assert.Null(Take(Correction(army, first, "R1", "7")));
        Assert.Equal(4, ledger[6].Root);
    }

    [Fact]
    public void Take_CorrectionBySomeoneElse_IsRefused() => Assert.Contains(
        "expected its submitter, clerk, or its source", Take(Correction(other, report, "R1")), StringComparison.Ordinal);

    [Fact]
    public void Take_CorrectionByTheSourceItself_IsTaken() => Assert.Null(Take(Correction(army, report, "R1")));

    [Fact]
    public void Take_CorrectionByTheRegistrar_IsRefused() => Assert.NotNull(Take(Correction(registrar, report, "R1")));

    [Fact]
    public void Take_CorrectionWithAnotherId_IsRefused() => Assert.Contains(
        "expected the kind and id of entry 4", Take(Correction(clerk, report, "R2")), StringComparison.Ordinal);

    [Fact]
    public void Take_CorrectionOfNothing_IsRefused()
    {
        var stray = Made.Entry(clerk, EntryKind.Report, """{"id":"R7","source":"aa-army"}""");
        Assert.Contains("the hash of an earlier entry", Take(Correction(clerk, stray, "R7")), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_Withdrawal_FreesTheId()
    {
        Assert.Null(Take(Withdrawal(clerk, report)));
        Assert.Equal(Standing.Withdrawn, ledger[4].Standing);
        Assert.Null(ledger.Find(EntryKind.Report, "R1"));
        Assert.Null(Take(Made.Entry(clerk, EntryKind.Report, """{"id":"R1","source":"aa-army","count":"6"}""")));
    }

    [Fact]
    public void Take_WithdrawalOfAKey_IsRefused() => Assert.Contains(
        "an entry that may be changed", Take(Withdrawal(registrar, Made.Registering(registrar, clerk))), StringComparison.Ordinal);

    [Fact]
    public void Take_Erasure_OfAProtectedEntryByTheRegistrar_IsTakenOnce()
    {
        var hidden = clerk.SignProtected(Made.Origin, EntryKind.Report, new string('a', 64), Made.At);
        Assert.Null(Take(hidden));
        Assert.Null(Take(Erasure(registrar, hidden, "asked for")));
        Assert.Equal(6, ledger[5].ErasedBy);
        Assert.Contains("erased by entry 6", Take(Erasure(registrar, hidden, "again")), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_Erasure_OfAnOpenEntry_IsRefused() => Assert.Contains(
        "a protected content", Take(Erasure(registrar, report, "no")), StringComparison.Ordinal);

    private static Entry Correction(SubmitterKey key, Entry of, string id, string count = "6") => Made.Entry(
        key, EntryKind.Correction,
        $$"""{"of":"{{Made.LeafHex(of)}}","kind":"report","item":{"id":"{{id}}","source":"aa-army","count":"{{count}}"},"reason":"a second reading"}""");

    private static Entry Withdrawal(SubmitterKey key, Entry of) =>
        Made.Entry(key, EntryKind.Withdrawal, $$"""{"of":"{{Made.LeafHex(of)}}","reason":"not ours"}""");

    private static Entry Erasure(SubmitterKey key, Entry of, string reason) =>
        Made.Entry(key, EntryKind.Erasure, $$"""{"of":"{{Made.LeafHex(of)}}","reason":"{{reason}}"}""");

    private string? Take(Entry entry) => ledger.Take(entry, Made.Leaf(entry), out _);
}
