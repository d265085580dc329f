using Holdfire.Acts;

namespace Holdfire.Tests.Acts;

public sealed class ActListTests
{
    [Fact]
    public void Codes_EveryCodeButTheRoots_HasItsParentInTheList() =>
        Assert.All(
            ActList.Codes.Where(c => c.Value.Contains('.', StringComparison.Ordinal)),
            c => Assert.True(ActList.IsKnown(new ActCode(c.Value[..c.Value.LastIndexOf('.')])), c.Value));

    [Fact]
    public void LabelOf_AllCodes_AreDistinct() =>
        Assert.Equal(ActList.Codes.Length, ActList.Codes.Select(ActList.LabelOf).Distinct().Count());

    [Fact]
    public void LabelOf_OneWayDrones_IsNeutralEnglish() =>
        Assert.Equal("one-way attack drones", ActList.LabelOf(new ActCode("attack.air.uav.one-way")));

    [Fact]
    public void LabelOf_UnknownCode_Throws() =>
        Assert.Throws<ArgumentException>(() => ActList.LabelOf(new ActCode("attack.uav")));

    [Theory]
    [InlineData("attack.air", "attack.air.uav", true)]
    [InlineData("attack.air.uav", "attack.air", false)]
    [InlineData("attack.air", "attack.airship", false)]
    [InlineData("attack.air.uav", "attack.air.uav", true)]
    [InlineData("attack", "recon.air.uav", false)]
    [InlineData("violation", "attack", true)]
    [InlineData("violation", "attack.air.uav", true)]
    [InlineData("violation", "violation.overflight", true)]
    [InlineData("violation", "recon.air", false)]
    [InlineData("violation", "attacker", false)]
    [InlineData("attack", "violation", false)]
    [InlineData("violation.incursion", "attack.ground", false)]
    public void Contains_Codes_FollowsTheDots(string outer, string inner, bool holds) =>
        Assert.Equal(holds, new ActCode(outer).Contains(new ActCode(inner)));

    [Theory]
    [InlineData("attack.air.uav", "attack.air.uav.fpv", false)]
    [InlineData("attack.air.uav.fpv", "attack.air.uav", false)]
    [InlineData("attack.air.uav.fpv", "attack.air.uav.one-way", true)]
    [InlineData("attack.air.uav", "recon.air.uav", true)]
    public void IsDisjointFrom_OneAboveTheOther_IsFalse(string a, string b, bool disjoint) =>
        Assert.Equal(disjoint, new ActCode(a).IsDisjointFrom(new ActCode(b)));
}
