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

    [Fact]
    public void Take_CopiedCommitment_IsRefusedUnlessBothAreOfTheFirstForm()
    {
        var (first, second) = (new string('a', 64), new string('b', 64));
        Entry Hidden(SubmitterKey key, string commitment, bool binds) => key.SignProtected(Made.Origin, EntryKind.Report, commitment, Made.At, binds);
        Assert.Null(Take(Hidden(clerk, first, false)));
        Assert.Null(Take(Hidden(registrar, first, false)));
        Assert.Contains("expected a new commitment, found that of entry", Take(Hidden(registrar, first, true)), StringComparison.Ordinal);
        Assert.Null(Take(Hidden(clerk, second, true)));
        Assert.Contains("expected a new commitment", Take(Hidden(registrar, second, true)), StringComparison.Ordinal);
        Assert.Contains("expected a new commitment", Take(Hidden(registrar, second, false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_SettingAside_IsTheRegistrarsAndCanBeUndone()
    {
        var index = ledger.Find(EntryKind.Report, "R1")!.Value;
        Assert.Contains("expected the registrar to set entry", Take(SettingAside(clerk, report)), StringComparison.Ordinal);
        var aside = SettingAside(registrar, report);
        Assert.Null(Take(aside));
        Assert.Equal((Standing.SetAside, ledger.Count - 1), (ledger[index].Standing, ledger[index].ChangedBy));
        Assert.Null(ledger.Find(EntryKind.Report, "R1"));
        Assert.Equal([index], ledger.FindCurrent("R1"));
        Assert.Contains("an entry that stands", Take(Correction(clerk, report, "R1")), StringComparison.Ordinal);
        Assert.Contains("expected its submitter", Take(Withdrawal(clerk, aside)), StringComparison.Ordinal);
        Assert.Null(Take(Withdrawal(registrar, aside)));
        Assert.Equal((Standing.Stands, -1L), (ledger[index].Standing, ledger[index].ChangedBy));
        Assert.Equal(index, ledger.Find(EntryKind.Report, "R1"));
    }

    [Fact]
    public void Take_WithdrawalOfWhatIsSetAside_IsTakenAndStays()
    {
        var index = ledger.Find(EntryKind.Report, "R1")!.Value;
        var aside = SettingAside(registrar, report);
        Assert.Null(Take(aside));
        Assert.Null(Take(Withdrawal(clerk, report)));
        Assert.Null(Take(Withdrawal(registrar, aside)));
        Assert.Equal(Standing.Withdrawn, ledger[index].Standing);
        Assert.Equal([index], ledger.FindEver("report:R1"));
    }

    [Fact]
    public void Take_AnotherHead_WhereTheFirstIsSetAside_IsTaken()
    {
        Entry Head(SubmitterKey key, string title) => Made.Entry(key, EntryKind.Case, $$"""{"id":"c","title":"{{title}}"}""");
        var (garbage, head, third) = (Head(clerk, "garbage"), Head(registrar, "ours"), Head(registrar, "again"));
        Assert.Null(Take(garbage));
        Assert.Contains("expected a case id that is not in use", Take(head), StringComparison.Ordinal);
        var first = ledger.Find(EntryKind.Case, "")!.Value;
        var aside = SettingAside(registrar, garbage);
        Assert.Null(Take(aside));
        Assert.Null(Take(head));
        var second = ledger.Find(EntryKind.Case, "")!.Value;
        Assert.NotEqual(first, second);
        Assert.Contains($"found that of entry {second}", Take(Withdrawal(registrar, aside)), StringComparison.Ordinal);
        Assert.Contains("not in use", Take(third), StringComparison.Ordinal);

        // Whatever becomes of the first takes nothing from the second.
        Assert.Null(Take(Withdrawal(clerk, garbage)));
        Assert.Equal(second, ledger.Find(EntryKind.Case, ""));
        Assert.Null(Take(Withdrawal(registrar, aside)));
        Assert.Equal(second, ledger.Find(EntryKind.Case, ""));
        Assert.Null(Take(Withdrawal(registrar, head)));
        Assert.Null(ledger.Find(EntryKind.Case, ""));
        Assert.Null(Take(third));
    }

    [Fact]
    public void Take_AHeadThatWasSetAside_IsPutBackWhereThereIsNoOther()
    {
        Entry Head(string title) => Made.Entry(registrar, EntryKind.Case, $$"""{"id":"c","title":"{{title}}"}""");
        var (first, second) = (Head("first"), Head("second"));
        Assert.Null(Take(first));
        var index = ledger.Find(EntryKind.Case, "");
        var aside = SettingAside(registrar, first);
        Assert.Null(Take(aside));
        Assert.Null(Take(second));
        Assert.Null(Take(Withdrawal(registrar, second)));
        Assert.Null(Take(Withdrawal(registrar, aside)));
        Assert.Equal(index, ledger.Find(EntryKind.Case, ""));
        Assert.Contains("not in use", Take(Head("third")), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_AnotherHead_WhereACorrectionIsSetAside_IsRefused()
    {
        var head = Made.Entry(clerk, EntryKind.Case, """{"id":"c","title":"x"}""");
        var correction = Made.Entry(
            clerk, EntryKind.Correction, $$"""{"of":"{{Made.LeafHex(head)}}","kind":"case","item":{"id":"c","title":"y"},"reason":"misread"}""");
        Assert.Null(Take(head));
        Assert.Null(Take(correction));
        Assert.Null(Take(SettingAside(registrar, correction)));
        Assert.Contains("not in use", Take(Made.Entry(registrar, EntryKind.Case, """{"id":"c","title":"z"}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Try_AnyChange_LeavesTheLedgerAsItWas()
    {
        var before = Enumerable.Range(0, (int)ledger.Count).Select(i => ledger[i]).ToArray();
        foreach (var entry in new[] { SettingAside(registrar, report), Withdrawal(clerk, report), Correction(clerk, report, "R1") })
        {
            Assert.Null(ledger.Try(entry, Made.Leaf(entry), out _));
            Assert.Equal(before, Enumerable.Range(0, (int)ledger.Count).Select(i => ledger[i]));
        }
    }

    private static Entry SettingAside(SubmitterKey key, Entry of) =>
        Made.Entry(key, EntryKind.SetAside, $$"""{"of":"{{Made.LeafHex(of)}}","reason":"no report"}""");

    private static Entry Correction(SubmitterKey key, Entry of, string id, string count = "6") => Made.Entry(
        key, EntryKind.Correction,
        $$"""{"of":"{{Made.LeafHex(of)}}","kind":"report","item":{"id":"{{id}}","source":"aa-army","count":"{{count}}"},"reason":"a second reading"}""");

    private static Entry Withdrawal(SubmitterKey key, Entry of) =>
        Made.Entry(key, EntryKind.Withdrawal, $$"""{"of":"{{Made.LeafHex(of)}}","reason":"not ours"}""");

    private static Entry Erasure(SubmitterKey key, Entry of, string reason) =>
        Made.Entry(key, EntryKind.Erasure, $$"""{"of":"{{Made.LeafHex(of)}}","reason":"{{reason}}"}""");

    private string? Take(Entry entry) => ledger.Take(entry, Made.Leaf(entry), out _)?.What;
}
