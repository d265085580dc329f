using System.Collections.Immutable;
using Holdfire.Audit;
using Holdfire.Model;
using static Holdfire.Tests.Audit.AuditCase;
using Holdfire.Views;

namespace Holdfire.Tests.Audit;

public sealed class StatedRulesTests
{
    private static readonly long[] Easter = [1404, 3316, 90, 6];

    [Theory]
    [InlineData(PartRelation.Disjoint, null, AuditVerdict.Unchecked, AuditFault.NoneFound, "A-PARTS-REMAINDER")]
    [InlineData(PartRelation.Disjoint, true, AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-PARTS-SUM")]
    [InlineData(PartRelation.Unknown, true, AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-PARTS-SUM")]
    public void Audit_EasterPartsFallShortOf4900_FaultOnlyWhereSaidToBeAll(
        PartRelation relation, bool? all, AuditVerdict verdict, AuditFault fault, string rule)
    {
        var whole = Breaches("S1.1", 0, 30, 4900, relation, all);
        var claim = Of([], Says("S1", 40, [whole, .. PartsOf(whole, Easter)])).Only();

        claim.Is(verdict, fault, rule);
        Assert.Contains("4816", claim.Reason(rule).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_PartsFallShort_TheRemainderIsStated()
    {
        var whole = Breaches("S1.1", 0, 30, 4900, PartRelation.Disjoint);

        Assert.Contains(
            "at least 84", Of([], Says("S1", 40, [whole, .. PartsOf(whole, Easter)])).Only().Reason("A-PARTS-REMAINDER").Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PartRelation.Unknown, AuditVerdict.Unchecked, AuditFault.Overlap, "A-PARTS-OVERLAP")]
    [InlineData(PartRelation.Disjoint, AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-PARTS-SUM")]
    public void Audit_PartsOf734ComeTo835_OverlapUnlessSaidToBeDisjoint(
        PartRelation relation, AuditVerdict verdict, AuditFault fault, string rule)
    {
        var whole = Breaches("S1.1", 0, 12, 734, relation);

        Of([], Says("S1", 40, [whole, .. PartsOf(whole, 63, 586, 176, 10)])).Only().Is(verdict, fault, rule);
    }

    [Fact]
    public void Audit_OnePartAboveTheWhole_IsInconsistentHoweverPartsLie()
    {
        var whole = Breaches("S1.1", 0, 12, 50, PartRelation.Overlapping);

        Of([], Says("S1", 40, [whole, .. PartsOf(whole, 60)])).Only()
            .Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-PARTS-SUM");
    }

    [Fact]
    public void Audit_PartsAddUp_IsConsistent()
    {
        var whole = Breaches("S1.1", 0, 12, 100, PartRelation.Disjoint, true);

        Of([], Says("S1", 40, [whole, .. PartsOf(whole, 60, 40)])).Only()
            .Is(AuditVerdict.Consistent, AuditFault.NoneFound, "A-PARTS-SUM");
    }

    [Theory]
    [InlineData("shelling", "attack")]
    [InlineData("attack", "recon")]
    public void Audit_PartCountsAnotherThing_NamesTheUnit(string unit, string act)
    {
        var whole = Breaches("S1.1", 0, 12, 100, PartRelation.Disjoint, true) with { Unit = CountUnit.Attack };
        var part = PartsOf(whole, 40)[0] with { Unit = new(unit), Act = new(act) };

        Of([], Says("S1", 40, whole, part)).Only().Is(AuditVerdict.Unchecked, AuditFault.Unit, "A-UNIT");
    }

    // A number of breaches is whatever its maker counts as one: its classes are added whatever they count.
    [Fact]
    public void Audit_ClassesOfBreachesInSeveralUnits_AreAdded()
    {
        var whole = Breaches("S1.1", 0, 12, 734);
        var parts = PartsOf(whole, 63, 586, 176, 10);
        ImmutableArray<Report> mixed = [whole, parts[0] with { Unit = CountUnit.Assault }, parts[1] with { Unit = CountUnit.Attack }, .. parts.Skip(2)];

        Of([], Says("S1", 40, [.. mixed])).Only().Is(AuditVerdict.Unchecked, AuditFault.Overlap, "A-PARTS-OVERLAP");
    }

    [Fact]
    public void Audit_CumulativeTotals488And5026And9318_SayNothingOfTheirLevel()
    {
        var @case = Of([], Says("S1", 24, Breaches("S1.1", 0, 20, 488)), Says("S2", 48, Breaches("S2.1", 0, 44, 5026)),
            Says("S3", 72, Breaches("S3.1", 0, 68, 9318)));

        Assert.All(Auditor.Audit(CaseView.Of(@case)), c => c.Is(AuditVerdict.Unchecked, AuditFault.NoneFound, "A-NESTED"));
        Assert.Equal(["S1.1", "S2.1"], @case.Only("S3").Reasons.Where(r => r.Rule == "A-NESTED").SelectMany(r => r.Evidence));
    }

    [Fact]
    public void Audit_LongerWindowHasFewer_IsInconsistent() =>
        Of([], Says("S1", 24, Breaches("S1.1", 0, 20, 488)), Says("S2", 48, Breaches("S2.1", 0, 44, 400))).Only("S2")
            .Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-NESTED");

    [Theory]
    [InlineData(488, AuditVerdict.Consistent)]
    [InlineData(489, AuditVerdict.Inconsistent)]
    public void Audit_SameWindowInAnotherStatement_MustMeet(long other, AuditVerdict verdict)
    {
        var claim = Of([], Says("S1", 24, Breaches("S1.1", 0, 20, 488)), Says("S2", 48, Breaches("S2.1", 0, 20, other))).Only();

        Assert.Equal(verdict, claim.Verdict);
        Assert.Equal(["S2.1"], claim.Reason("A-SAME-WINDOW").Evidence);
    }

    [Fact]
    public void Audit_SameWindowInAnotherUnit_IsNotCompared()
    {
        var other = Breaches("S2.1", 0, 20, 5) with { Unit = CountUnit.Attack };

        Assert.Equal(
            AuditVerdict.Unchecked, Of([], Says("S1", 24, Breaches("S1.1", 0, 20, 488)), Says("S2", 48, other)).Only().Verdict);
    }

    [Fact]
    public void Audit_TotalsSaidToBeWithinEachOther_AreConsistentWithTheWholeChain()
    {
        var @case = Of([], Says("S1", 24, Breaches("S1.1", 0, 20, 488) with { Unit = CountUnit.Attack, IncludedIn = [new("S2.1")] }),
            Says("S2", 48, Breaches("S2.1", 0, 44, 5026) with { IncludedIn = [new("S3.1")] }), Says("S3", 72, Breaches("S3.1", 0, 68, 9318)));

        Assert.All(Auditor.Audit(CaseView.Of(@case)), c => c.Is(AuditVerdict.Consistent, AuditFault.NoneFound, "A-INCLUDED"));
        Assert.Equal(["S2.1", "S3.1"], @case.Only("S1").Reasons.Where(r => r.Rule == "A-INCLUDED").SelectMany(r => r.Evidence));
        Assert.StartsWith("S1.1 (488, ", @case.Only("S1").InShort, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_PartOfATotalThatIsSmaller_IsInconsistentOnBothSides()
    {
        var @case = Of([], Says("S1", 24, Breaches("S1.1", 0, 20, 488) with { IncludedIn = [new("S2.1")] }), Says("S2", 48, Breaches("S2.1", 0, 44, 400)));

        Assert.All(Auditor.Audit(CaseView.Of(@case)), c => c.Is(AuditVerdict.Inconsistent, AuditFault.Arithmetic, "A-INCLUDED"));
    }

    [Fact]
    public void Audit_PartOfATotalOfOtherHours_NamesTheWindow()
    {
        var @case = Of([], Says("S1", 24, Breaches("S1.1", 0, 20, 488) with { IncludedIn = [new("S2.1")] }), Says("S2", 72, Breaches("S2.1", 44, 68, 5026)));

        @case.Only("S1").Is(AuditVerdict.Unchecked, AuditFault.Window, "A-INCLUDED-WINDOW");
    }

    [Fact]
    public void Audit_PartOfATotalInAnotherUnit_IsNotCompared()
    {
        var @case = Of([], Says("S1", 24, Breaches("S1.1", 0, 20, 488) with { Unit = CountUnit.Item, IncludedIn = [new("S2.1")] }),
            Says("S2", 48, Breaches("S2.1", 0, 44, 400) with { Unit = CountUnit.Attack }));

        Assert.Equal(AuditOutcome.NothingToCompare, @case.Only("S1").Outcome);
    }
}
