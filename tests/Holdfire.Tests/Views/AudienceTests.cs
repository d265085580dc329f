using CsCheck;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Tests.Views;

public class AudienceTests
{
    private static readonly Audience[] Audiences =
    [
        Audience.Public, Audience.Public.As(Person("dora")), Audience.Mission, Audience.Mission.As(Person("anna")),
        Audience.Of(new PartyId("AA")), Audience.Of(new PartyId("AA")).As(Person("bo")), Audience.Of(new PartyId("BB")),
    ];

    // public, dora (a data-protection officer), mission, anna@mission, AA, bo@AA, BB
    [Theory]
    [InlineData("public", "yes yes yes yes yes yes yes")]
    [InlineData("mission", "no no yes yes no no no")]
    [InlineData("party:AA", "no no yes yes yes yes no")]
    [InlineData("party:BB", "no no yes yes no no yes")]
    [InlineData("party:A", "no no yes yes no no no")]
    [InlineData("named:anna", "no no no yes no no no")]
    [InlineData("named:bo,dora", "no yes no no no yes no")]
    [InlineData("named:ann", "no no no no no no no")]
    public void MaySee_IsWhatTheTableOfRolesSays(string label, string seen) =>
        Assert.Equal(seen, string.Join(' ', Audiences.Select(a => a.MaySee(Label(label)) ? "yes" : "no")));

    [Fact]
    public void MaySee_OfNoLabel_IsNobody() => Assert.DoesNotContain(Audiences, a => a.MaySee(default));

    [Theory]
    [InlineData("public", "public")]
    [InlineData("mission", "mission")]
    [InlineData("party:AA", "party:AA")]
    [InlineData("party:named:x,@", "party:named:x,@")]
    [InlineData("named:bo,anna,bo", "named:anna,bo")]
    [InlineData("named:7.b-c_d", "named:7.b-c_d")]
    public void Label_HasOneText(string text, string canonical) => Assert.Equal(canonical, Label(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Public")]
    [InlineData(" mission")]
    [InlineData("mission ")]
    [InlineData("missions")]
    [InlineData("party")]
    [InlineData("party:")]
    [InlineData("named:")]
    [InlineData("named:anna,")]
    [InlineData("named:,anna")]
    [InlineData("named:Anna")]
    [InlineData("named:anna bo")]
    [InlineData("named:.anna")]
    [InlineData("named:аnna")]
    [InlineData("anna@mission")]
    public void Label_OfAnythingElse_IsRefused(string text)
    {
        Assert.False(AudienceLabel.TryParse(text, out var label));
        Assert.Equal(default, label);
    }

    [Fact]
    public void PersonId_IsNotLongerThan64()
    {
        Assert.True(PersonId.TryParse(new string('a', 64), out _));
        Assert.False(PersonId.TryParse(new string('a', 65), out _));
    }

    [Theory]
    [InlineData("public")]
    [InlineData("mission")]
    [InlineData("party:AA")]
    [InlineData("anna@public")]
    [InlineData("anna@mission")]
    [InlineData("anna@party:AA")]
    [InlineData("party:anna@mission")]
    [InlineData("party:A@A")]
    [InlineData("anna@party:A@mission")]
    public void Audience_ReadsWhatItWrites(string text)
    {
        Assert.True(Audience.TryParse(text, out var audience));
        Assert.Equal(text, audience.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("staff")]
    [InlineData("party:")]
    [InlineData("@mission")]
    [InlineData("Anna@mission")]
    [InlineData("anna@")]
    [InlineData("anna@bo@mission")]
    [InlineData("named:anna")]
    public void Audience_OfAnythingElse_IsRefused(string text) => Assert.False(Audience.TryParse(text, out _));

    [Fact]
    public void Audiences_OfOneText_AreOne()
    {
        string[] parties = ["a", "b", "A", "A@mission", "a@party:A", "mission", ",", "@"];
        string[] names = ["a", "b", "mission"];
        var ids = Gen.Int[0, parties.Length - 1].Select(i => parties[i]);
        var people = Gen.Int[0, names.Length - 1].Select(i => names[i]);
        var audiences = Gen.Select(Gen.Int[0, 2], ids, Gen.Bool, people, (group, party, isPerson, person) =>
            (group switch { 0 => Audience.Public, 1 => Audience.Mission, _ => Audience.Of(new PartyId(party)) }) is var who && isPerson ? who.As(Person(person)) : who);
        Gen.Select(audiences, audiences).Sample((a, b) =>
            (a == b) == (a.ToString() == b.ToString()) && Audience.TryParse(a.ToString(), out var read) && read == a);
    }

    [Fact]
    public void Among_KeepsAPersonWhomALabelNames()
    {
        var anna = Audience.Mission.As(Person("anna"));
        Assert.Equal(Audience.Mission, anna.Among([AudienceLabel.Public, Label("named:ann,bo")]));
        Assert.Equal(anna, anna.Among([AudienceLabel.Public, Label("named:anna,bo")]));
    }

    private static AudienceLabel Label(string text)
    {
        Assert.True(AudienceLabel.TryParse(text, out var label));
        return label;
    }

    private static PersonId Person(string name)
    {
        Assert.True(PersonId.TryParse(name, out var person));
        return person;
    }
}
