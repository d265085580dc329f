using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Tests.Build;
using static Holdfire.Tests.Audit.AuditCase;
using Holdfire.Views;

namespace Holdfire.Tests.Audit;

public sealed class OwnRulesTests
{
    [Fact]
    public void Audit_OwnReportsExceedTheClaim_IsInconsistent()
    {
        var claim = Of([Drones("r1", 0, 4, 30), Drones("r2", 5, 9, 30)], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Only();

        claim.Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-OWN-EXCEEDS");
        Assert.Equal(["r1", "r2"], claim.Reason("A-OWN-EXCEEDS").Evidence);
        Assert.Equal(CountRange.Exactly(60), claim.Own);
    }

    [Fact]
    public void Audit_OwnReportsStraddleTheWindow_DoNotExceedTheClaim() =>
        Of([Drones("r1", -4, 4, 90)], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Only()
            .Is(AuditVerdict.Unchecked, AuditFault.NoneFound, "A-OWN-OPEN");

    [Fact]
    public void Audit_ClaimAboveOwnMaxWithMissingHours_IsUncheckedAndNamesThem()
    {
        var claim = Of([Drones("r1", 0, 10, 30)], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Only();

        claim.Is(AuditVerdict.Unchecked, AuditFault.NoneFound, "A-OWN-PARTIAL");
        Assert.Equal((10.0, 24.0), (claim.CoveredHours, claim.WindowHours));
        Assert.Contains("2030-01-01T10:00:00Z..2030-01-02T00:00:00Z", claim.Reason("A-OWN-PARTIAL").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_ClaimAboveOwnMaxWithAllHoursCovered_IsInconsistent() =>
        Of([Drones("r1", 0, 10, 30)], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Watched(9, 30).Only()
            .Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-OWN-SHORT");

    [Fact]
    public void Audit_ClaimThatMeetsFullyCoveredReports_IsConsistent() =>
        Of([Drones("r1", 0, 10, 30), Drones("r2", 10, 24, 20)], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Only()
            .Is(AuditVerdict.Consistent, AuditFault.NoneFound, "A-OWN-MEETS");

    [Fact]
    public void Audit_NoOwnReportsNorCoverage_IsUnchecked() =>
        Of([], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Only().Is(AuditVerdict.Unchecked, AuditFault.NoneFound, "A-OWN-NONE");

    [Fact]
    public void Audit_SideReportsOnlyAnotherMeasure_ItsWatchDoesNotContradict()
    {
        var destroyed = Drones("r1", 0, 24, 30) with { Measure = Measure.Destroyed };
        var claim = Of([destroyed], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Watched(0, 24).Only();

        Assert.Equal(AuditVerdict.Unchecked, claim.Verdict);
        Assert.Equal(24.0, claim.CoveredHours);
    }

    [Fact]
    public void Audit_OwnReportsAllegeAnotherActor_AreNotHeldAgainstTheClaim()
    {
        var other = Drones("r1", 0, 4, 90) with { AllegedActor = new("CC") };
        var claim = Of([other], Says("S1", 30, Drones("S1.1", 0, 24, 50) with { AllegedActor = new("BB") })).Only();

        Assert.Equal(AuditVerdict.Unchecked, claim.Verdict);
    }

    [Fact]
    public void Audit_ClaimGivesNoNumber_IsUncheckedWhereNoReportIsCertainlyInside()
    {
        var none = Of([], Says("S1", 30, Drones("S1.1", 0, 24, 1) with { Count = CountRange.Some })).Only();
        none.Is(AuditVerdict.Unchecked, AuditFault.NoneFound, "A-VAGUE");
        Assert.Equal((AuditOutcome.NoNumber, "It gives no number, and no report of its side lies certainly in its time."), (none.Outcome, none.InShort));

        Of([Drones("r1", -2, 24, 30)], Says("S1", 30, Drones("S1.1", 0, 24, 1) with { Count = CountRange.Some })).Only()
            .Is(AuditVerdict.Unchecked, AuditFault.NoneFound, "A-VAGUE");
    }

    // "Some" says one or more: what its own side reports of those hours bears it out, however many hours have no report.
    [Theory]
    [InlineData(1, AuditVerdict.Consistent)]
    [InlineData(30, AuditVerdict.Consistent)]
    [InlineData(31, AuditVerdict.Unchecked)]
    public void Audit_OpenClaimThatOwnReportsReach_IsConsistentInAnyCoverage(long least, AuditVerdict verdict)
    {
        var claim = Of([Drones("r1", 0, 10, 30)], Says("S1", 30, Drones("S1.1", 0, 24, 1) with { Count = CountRange.AtLeast(least) })).Only();

        Assert.Equal(verdict, claim.Verdict);
        Assert.Equal(verdict == AuditVerdict.Consistent, claim.Reasons.Any(r => r.Rule == "A-OWN-BEARS"));
    }

    [Fact]
    public void Audit_OtherSideContradicts_IsToldAndDecidesNothing()
    {
        var theirs = Drones("b1", 0, 24, 900) with { Source = new("bb-army") };
        var with = Of([theirs], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Only();
        var without = Of([], Says("S1", 30, Drones("S1.1", 0, 24, 50))).Only();

        Assert.Equal(without.Verdict, with.Verdict);
        Assert.Equal(900, with.Other.Max);
        Assert.Equal(CountRange.AtLeast(0), without.Other);
        Assert.StartsWith("No claim", without.Reason("A-OTHER").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_AsOf_KnowsNeitherLaterReportsNorLaterStatements()
    {
        var @case = Of([Drones("r1", 0, 4, 90) with { Published = CaseBuilder.Hours(50, 51).Start }],
            Says("S1", 30, Drones("S1.1", 0, 24, 50)), Says("S2", 60, Drones("S2.1", 0, 24, 70)));

        Assert.Equal(AuditVerdict.Unchecked, @case.Only("S1", CaseBuilder.Hours(40, 41).Start).Verdict);
        Assert.Equal(AuditVerdict.Inconsistent, @case.Only("S1", CaseBuilder.Hours(55, 56).Start).Verdict);
        Assert.Empty(Auditor.Audit(CaseView.Of(@case, CaseBuilder.Hours(55, 56).Start), new("S2")));
    }
}
