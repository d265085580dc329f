using Holdfire.Accounts;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>What each role may see.</summary>
public sealed class ViewerTests
{
    [Theory]
    [InlineData(Role.Public, "public")]
    [InlineData(Role.Administrator, "public")]
    [InlineData(Role.DataProtectionOfficer, "public,named:anna")]
    [InlineData(Role.Monitor, "public,mission,party:ORD,party:VEL,named:anna")]
    [InlineData(Role.Analyst, "public,mission,party:ORD,party:VEL,named:anna")]
    [InlineData(Role.DutyOfficer, "public,mission,party:ORD,party:VEL,named:anna")]
    [InlineData(Role.Party, "public,party:ORD,named:anna")]
    public void Role_SeesItsLabels(Role role, string labels)
    {
        var audience = new Viewer("anna", role, role == Role.Party ? new PartyId("ORD") : null).Audience;
        string[] all = ["public", "mission", "party:ORD", "party:VEL", "named:anna", "named:bo"];
        Assert.Equal(labels.Split(','), all.Where(l => AudienceLabel.TryParse(l, out var label) && audience.MaySee(label)));
    }

    [Fact]
    public void Anybody_IsThePublic() => Assert.Equal(Audience.Public, Viewer.Anybody.Audience);
}
