using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tests.Entries;

namespace Holdfire.Record.Tests.Keys;

public sealed class KeyRingTests
{
    private readonly SubmitterKey registrar = Made.Key("mission", 1);
    private readonly SubmitterKey clerk = Made.Key("clerk", 2);
    private readonly SubmitterKey next = Made.Key("clerk", 3);
    private readonly KeyRing ring = new();
    private long index;

    public KeyRingTests()
    {
        Assert.Null(Take(Made.Opening(registrar)));
        Assert.Null(Take(Made.Registering(registrar, clerk, "aa-army")));
    }

    [Fact]
    public void Take_FirstEntryOfAnotherKind_IsRefused()
    {
        Assert.Contains("opens the record", new KeyRing().Take(0, Report(clerk), out _)?.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_OpeningByAnotherKeyThanItNames_IsRefused() => Assert.NotNull(
        new KeyRing().Take(0, Made.Change(clerk, new KeyChange.Open(Made.Origin, registrar.PublicKey)), out _));

    [Fact]
    public void Take_RegisteredKey_IsFoundWithItsSources()
    {
        Assert.Null(Take(Report(clerk)));
        Assert.Equal(["aa-army"], ring.Find(clerk.Id)!.SpeaksAs);
    }

    [Fact]
    public void Take_UnknownKey_IsRefused() => Assert.Contains("registered before", Take(Report(Made.Key("stranger", 9))), StringComparison.Ordinal);

    [Fact]
    public void Take_AnotherRecordsEntry_IsRefused() => Assert.Contains(
        "found one for other.example", Take(clerk.Sign("other.example", EntryKind.Report, Report(clerk).Content!.Value, Made.At)), StringComparison.Ordinal);

    [Fact]
    public void Take_SubmitterWhoDoesNotHoldTheKey_IsRefused()
    {
        var forged = SubmitterKey.FromSeed("mission", [.. Enumerable.Repeat((byte)2, 32)]);
        Assert.Contains("expected the submitter clerk", Take(Report(forged)), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_RegistrationByAClerk_IsRefused() => Assert.Contains(
        "expected the registrar", Take(Made.Registering(clerk, next)), StringComparison.Ordinal);

    [Fact]
    public void Take_AfterRevocation_IsRefusedWhateverTimeItClaims()
    {
        Assert.Null(Take(Made.Change(registrar, new KeyChange.Revoke(clerk.Id, "lost"))));
        var early = clerk.Sign(Made.Origin, EntryKind.Report, Report(clerk).Content!.Value, Made.At - NodaTime.Duration.FromDays(900));
        Assert.Contains("revoked by entry 2", Take(early), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_Rotation_PassesHolderAndSourcesOn()
    {
        Assert.Null(Take(Made.Change(clerk, new KeyChange.Rotate(clerk.Id, next.PublicKey))));
        Assert.Null(Take(Report(next)));
        Assert.NotNull(Take(Report(clerk)));
        Assert.Equal(["aa-army"], ring.Find(next.Id)!.SpeaksAs);
    }

    [Fact]
    public void Take_RotationOfAnothersKey_IsRefused()
    {
        var other = Made.Key("other", 4);
        Assert.Null(Take(Made.Registering(registrar, other)));
        Assert.Contains("the key itself or the registrar", Take(Made.Change(other, new KeyChange.Rotate(clerk.Id, next.PublicKey))), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_RotatedRegistrar_GoesOnToRegister()
    {
        var successor = Made.Key("mission", 8);
        Assert.Null(Take(Made.Change(registrar, new KeyChange.Rotate(registrar.Id, successor.PublicKey))));
        Assert.Null(Take(Made.Registering(successor, Made.Key("other", 4))));
        Assert.NotNull(Take(Made.Registering(registrar, Made.Key("third", 5))));
    }

    [Fact]
    public void Take_RevocationOfTheRegistrar_IsRefused() => Assert.Contains(
        "rotated, not revoked", Take(Made.Change(registrar, new KeyChange.Revoke(registrar.Id, "x"))), StringComparison.Ordinal);

    [Fact]
    public void Take_KeyThatWasRegisteredBefore_IsRefused()
    {
        Assert.Null(Take(Made.Change(registrar, new KeyChange.Revoke(clerk.Id, "lost"))));
        Assert.Contains("registered already", Take(Made.Registering(registrar, clerk)), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_SecondKeyForAHolder_IsRefusedUntilTheFirstIsRevoked()
    {
        Assert.Contains("a holder without a key in use", Take(Made.Registering(registrar, next)), StringComparison.Ordinal);
        Assert.Null(Take(Made.Change(registrar, new KeyChange.Revoke(clerk.Id, "lost"))));
        Assert.Null(Take(Made.Registering(registrar, next)));
    }

    [Fact]
    public void Take_KeyOfSmallOrder_IsRefused() => Assert.NotNull(
        Take(Made.Change(registrar, new KeyChange.Register("weak", new byte[32], []))) ?? (SmallOrderSigns() ? null : "refused when it signs"));

    [Fact]
    public void Take_KeyChangeWithAForgedSignature_IsRefused()
    {
        var forged = SubmitterKey.FromSeed("mission", [.. Enumerable.Repeat((byte)1, 32)]);
        var entry = Made.Registering(forged, next) with { Signature = new byte[64] };
        Assert.Contains("expected a signature", Take(entry), StringComparison.Ordinal);
    }

    private static Entry Report(SubmitterKey key) => Made.Entry(key, EntryKind.Report, """{"id":"R1","source":"aa-army"}""");

    private bool SmallOrderSigns() => ring.Find(KeyId.Of(new byte[32])) is { } weak && EntrySignature.IsBy(
        Report(clerk) with { Signature = new byte[64] }, weak.PublicKey);

    private string? Take(Entry entry)
    {
        var error = ring.Take(index, entry, out _);
        index += error is null ? 1 : 0;
        return error?.What;
    }
}
