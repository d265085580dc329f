using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Time;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Tests.Audit;

public sealed class FoundingClaimTests
{
    private static readonly Interval Truce = new(Instant.FromUtc(2025, 5, 7, 21, 0), Instant.FromUtc(2025, 5, 10, 21, 0));
    private static readonly DateTimeZone Moscow = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    [Theory]
    [InlineData(0, AuditFault.Window)]
    [InlineData(1, AuditFault.Window)]
    [InlineData(2, AuditFault.NoneFound)]
    [InlineData(3, AuditFault.NoneFound)]
    public void Audit_ClaimDatedToTheNightBefore_IsUncheckedForItsWindow(int index, AuditFault fault)
    {
        var claim = Auditor.Audit(CaseView.Of(Case))[index];

        Assert.Equal((AuditVerdict.Unchecked, fault), (claim.Verdict, claim.Fault));
        Assert.Equal((0.0, 72.0), (claim.CoveredHours, claim.WindowHours));
        Assert.Equal(fault == AuditFault.Window, claim.Reasons.Any(r => r.Rule == "A-ACCOUNT"));
    }

    [Fact]
    public void Audit_ClaimDatedToTheNightBefore_SaysWhereEachWindowLies()
    {
        var reason = Auditor.Audit(CaseView.Of(Case))[0].Reason("A-ACCOUNT");

        Assert.Contains("Under account 2 the 524 lie before A3", reason.Text, StringComparison.Ordinal);
        Assert.Contains("inside the intended time of A3", reason.Text, StringComparison.Ordinal);
        Assert.Contains("2025-05-06T15:00:00Z..2025-05-07T09:00:00Z", reason.Text, StringComparison.Ordinal);
        Assert.Equal(["C1", "S21.1", "A3"], reason.Evidence);
    }

    private static Case Case
    {
        get
        {
            Report[] said =
            [
                Quantity("S21.1", "attack.air.uav", CountRange.Exactly(524)),
                Quantity("S21.2", "attack.sea.uav", CountRange.Exactly(45)),
                Quantity("S21.3", "attack.air.missile", CountRange.Some),
                Quantity("S21.4", "attack", CountRange.Exactly(5)) with { Unit = CountUnit.Attack, Measure = Measure.Repelled },
            ];
            var night = TimeWindow.Night(new LocalDate(2025, 5, 7), Moscow, null);
            return AuditCase.Of([], AuditCase.Says("S21", 0, said) with { Truces = [new("A3")] }) with
            {
                Truces = [new() { Id = new("A3"), Name = "May", Announced = TimeWindow.Exact(Truce), Intended = Truce, Zone = Moscow.Id }],
                Conflicts =
                [
                    new("C1", new("S21"), "When?",
                    [
                        new("during the truce", "a report", [.. said]),
                        new("the night before", "another", [said[0] with { Window = night }, said[1] with { Window = night }]),
                    ]),
                ],
            };
        }
    }

    private static Report Quantity(string id, string act, CountRange count) =>
        CaseBuilder.Claim(id, 0, 1, count, act: act) with { Window = TimeWindow.Exact(Truce) };
}
