using Holdfire.Acts;

namespace Holdfire.Tests.Acts;

public sealed class CrosswalkTests
{
    private static readonly Dictionary<string, string[]> Acled = new()
    {
        ["Battles"] = ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"],
        ["Explosions/Remote violence"] =
        [
            "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED", "Grenade",
        ],
        ["Violence against civilians"] = ["Sexual violence", "Attack", "Abduction/forced disappearance"],
        ["Protests"] = ["Peaceful protest", "Protest with intervention", "Excessive force against protesters"],
        ["Riots"] = ["Violent demonstration", "Mob violence"],
        ["Strategic developments"] =
        [
            "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
            "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
        ],
    };

    private static readonly string[] Viina =
    [
        "a_rus", "a_ukr", "a_civ", "a_other", "t_mil", "t_aad", "t_airstrike", "t_armor", "t_arrest", "t_artillery",
        "t_control", "t_firefight", "t_ied", "t_raid", "t_occupy", "t_property", "t_cyber", "t_hospital", "t_milcas",
        "t_civcas",
    ];

    private static readonly string[] Smm =
    [
        "explosion: impact", "explosion: airburst", "explosion: undetermined", "explosion: outgoing", "explosion: incoming",
        "observation: projectile in flight", "observation: muzzle flash", "observation: illumination flare",
        "observation: burst", "observation: shot", "weapon: small arms", "weapon: heavy machine-gun",
        "weapon: grenade launcher", "weapon: infantry fighting vehicle cannon", "weapon: mortar", "weapon: tank",
        "weapon: artillery", "weapon: multiple-launch rockets", "weapon: undetermined",
        "restriction: gunfire/threat/violence", "restriction: checkpoints", "restriction: withdrawal of weapons",
        "restriction: other weapons", "restriction: remote observation", "restriction: border areas",
        "restriction: disengagement areas", "restriction: mines/UXO", "restriction: impeded information",
    ];

    public static TheoryData<CodingScheme, string[]> Lists => new()
    {
        { CodingScheme.Acled, [.. Acled.Keys, .. Acled.SelectMany(t => t.Value.Select(s => $"{t.Key} > {s}"))] },
        { CodingScheme.UcdpGed, ["1", "2", "3"] },
        { CodingScheme.Viina, Viina },
        { CodingScheme.OsceSmm, Smm },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void FromTerms_OfAList_AreExactlyItsTerms(CodingScheme scheme, string[] terms) =>
        Assert.Equal(
            terms.Order(StringComparer.Ordinal),
            Crosswalk.FromTerms.Where(a => a.Scheme == scheme).Select(a => a.Term));

    [Theory]
    [MemberData(nameof(Lists))]
    public void TermsOf_EveryAct_AreTermsOfThatList(CodingScheme scheme, string[] terms) =>
        Assert.All(ActList.Codes, act => Assert.Subset(terms.ToHashSet(), Crosswalk.TermsOf(act, scheme).Terms.ToHashSet()));

    [Fact]
    public void FromActs_ActsTimesLists_HasOneRowEach() =>
        Assert.Equal(
            ActList.Codes.SelectMany(c => Enum.GetValues<CodingScheme>().Select(s => (c, s))),
            Crosswalk.FromActs.Select(t => (t.Act, t.Scheme)));

    [Fact]
    public void FromTerms_Acts_AreAllKnown() =>
        Assert.All(Crosswalk.FromTerms.SelectMany(a => a.Acts), act => Assert.True(ActList.IsKnown(act), act.Value));

    [Fact]
    public void Rows_WithoutCounterpart_SayWhy()
    {
        Assert.All(Crosswalk.FromTerms, a => Assert.Equal(a.Acts.IsEmpty, a.Match == CrosswalkMatch.None));
        Assert.All(Crosswalk.FromActs, t => Assert.Equal(t.Terms.IsEmpty, t.Match == CrosswalkMatch.None));
        Assert.All(Crosswalk.FromTerms.Where(a => a.Acts.IsEmpty), a => Assert.NotEqual("", a.Note));
        Assert.All(Crosswalk.FromActs.Where(t => t.Terms.IsEmpty), t => Assert.NotEqual("", t.Note));
    }

    [Fact]
    public void ThereAndBack_NeverLandsOnADisjointActOnly() =>
        Assert.All(
            Crosswalk.FromActs.Where(t => !t.Terms.IsEmpty),
            t => Assert.Contains(
                t.Terms.SelectMany(term => Crosswalk.ActsOf(t.Scheme, term)!.Acts), back => !back.IsDisjointFrom(t.Act)));

    [Fact]
    public void ActsOf_AcledAirDroneStrike_HoldsDronesButNotBallisticMissiles()
    {
        var acts = Crosswalk.ActsOf(CodingScheme.Acled, "Explosions/Remote violence > Air/drone strike")!.Acts;
        Assert.Contains(acts, a => a.Contains(new ActCode("attack.air.uav.one-way")));
        Assert.DoesNotContain(acts, a => a.Contains(new ActCode("attack.air.missile.ballistic")));
    }

    [Fact]
    public void ActsOf_UnknownTerm_IsNull() => Assert.Null(Crosswalk.ActsOf(CodingScheme.Viina, "t_none"));

    [Fact]
    public void TermsOf_UnknownAct_Throws() =>
        Assert.Throws<ArgumentException>(() => Crosswalk.TermsOf(new ActCode("attack.space"), CodingScheme.Acled));
}
