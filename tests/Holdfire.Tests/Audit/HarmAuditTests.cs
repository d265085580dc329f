using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Views;
using static Holdfire.Tests.Audit.AuditCase;

namespace Holdfire.Tests.Audit;

/// <summary>Totals of killed and injured in statements, against what reports say of the same people. Worked out by hand.</summary>
public sealed class HarmAuditTests
{
    [Fact]
    public void Total_ThatReportsExceed_IsInconsistent()
    {
        // 12 and 9 civilians by two reports of two times, both wholly inside: at least 21.
        var claim = Only([Told("a", 1, 2, 12), Told("b", 3, 4, 9)], Total(20));
        claim.Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-OWN-EXCEEDS");
        Assert.Equal((HarmKind.Killed, HarmGroup.Civilians), claim.Harm);
        Assert.Equal(CountUnit.Person, claim.Claim.Unit);
        Assert.Equal(new CountRange(21, 21), claim.Own);
    }

    [Fact]
    public void Total_ThatReportsMeetInAllHours_IsConsistent() => Only([Told("a", 1, 2, 12), Told("b", 3, 4, 9)], Total(21), watched: true)
        .Is(AuditVerdict.Consistent, AuditFault.NoneFound, "A-OWN-MEETS");

    [Fact]
    public void Total_AboveReportsThatCoverAllHours_IsInconsistent() => Only([Told("a", 1, 2, 12), Told("b", 3, 4, 9)], Total(31), watched: true)
        .Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-OWN-SHORT");

    [Fact]
    public void ReportThatSaysNothingOfThem_LeavesOpenHowMany()
    {
        var silent = CaseBuilder.Claim("c", 5, 6, CountRange.Exactly(4), CaseBuilder.North, "attack") with { Measure = Measure.Occurred };
        var claim = Only([Told("a", 1, 2, 12), silent], Total(31), watched: true);
        claim.Is(AuditVerdict.Unchecked, AuditFault.NoneFound, "A-OWN-OPEN");
        Assert.Equal(CountRange.AtLeast(12), claim.Own);

        // One that says that nothing happened does not.
        Only([Told("a", 1, 2, 12), silent with { Count = CountRange.Exactly(0) }], Total(31), watched: true)
            .Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-OWN-SHORT");
    }

    [Fact]
    public void SourceThatNeverSpeaksOfThem_CoversNoHour()
    {
        var silent = CaseBuilder.Claim("c", 5, 6, CountRange.Exactly(0), CaseBuilder.North, "attack") with { Measure = Measure.Occurred };
        var claim = Only([silent], Total(31), watched: true);
        Assert.Equal(AuditVerdict.Unchecked, claim.Verdict);
    }

    [Fact]
    public void Groups_AreNeverAdded()
    {
        var soldiers = Told("a", 1, 2, null) with { Harm = Harm.NotStated with { KilledMilitary = CountRange.Exactly(50) } };
        Assert.Equal(AuditVerdict.Unchecked, Only([soldiers], Total(20)).Verdict);
        var both = Total(20) with { Harm = new Harm(CountRange.Exactly(20), CountRange.Exactly(3), null) { KilledMilitary = CountRange.Exactly(40) } };
        var claims = Auditor.AuditHarm(CaseView.Of(Of([soldiers], Says("S1", 40, both))));
        Assert.Equal(
            [(HarmKind.Killed, HarmGroup.Civilians), (HarmKind.Killed, HarmGroup.Military), (HarmKind.Injured, HarmGroup.Civilians)],
            claims.Select(c => c.Harm!.Value));
        Assert.Equal([AuditVerdict.Unchecked, AuditVerdict.Inconsistent, AuditVerdict.Unchecked], claims.Select(c => c.Verdict));
    }

    [Fact]
    public void TotalsOfTwoStatements_GrowOrContradict()
    {
        var later = Total(25, to: 30) with { Id = new("S2.1") };
        AuditedClaim[] Both(Report second) => [.. Auditor.AuditHarm(CaseView.Of(Of([], Says("S1", 40, Total(31)), Says("S2", 50, second))))];
        Assert.All(Both(later), c => c.Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-NESTED"));
        Assert.All(Both(later with { Harm = new Harm(CountRange.Exactly(32), null, null) }), c => Assert.Equal(AuditVerdict.Unchecked, c.Verdict));
    }

    [Fact]
    public void RevisedToll_TakesThePlaceOfTheFormer()
    {
        var first = Told("a", 1, 2, 22);
        var cases = Of([first, first with { Id = new("a2"), Harm = new Harm(CountRange.Exactly(24), null, null) }], Says("S1", 40, Total(24))) with
        {
            Corrections = [new Correction(first.Id, CorrectionKind.Corrected, new ReportId("a2"), null, "counted anew")],
        };
        Assert.Equal(CountRange.Exactly(24), Assert.Single(Auditor.AuditHarm(CaseView.Of(cases.Watched(0, 30)))).Own);
    }

    [Fact]
    public void StatementWithoutHarm_HasNone() => Assert.Empty(Auditor.AuditHarm(CaseView.Of(Of([Told("a", 1, 2, 12)], Says("S1", 40, Breaches("S1.1", 0, 24, 5))))));

    private static AuditedClaim Only(Report[] reports, Report total, bool watched = false)
    {
        var @case = Of(reports, Says("S1", 40, total));
        return Assert.Single(Auditor.AuditHarm(CaseView.Of(watched ? @case.Watched(0, 30) : @case)));
    }

    private static Report Told(string id, double from, double to, int? killed) => CaseBuilder.Claim(id, from, to, CountRange.Exactly(1), CaseBuilder.North, "attack.air") with
    {
        Measure = Measure.Occurred, Unit = CountUnit.Attack, Harm = killed is { } n ? new Harm(CountRange.Exactly(n), null, null) : Harm.NotStated,
    };

    private static Report Total(int killed, double to = 24) =>
        Breaches("S1.1", 0, to, 6) with { Harm = new Harm(CountRange.Exactly(killed), null, null) };
}
