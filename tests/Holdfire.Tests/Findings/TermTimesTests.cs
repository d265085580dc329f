using Holdfire.CaseFormat;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Tests.Findings;

/// <summary>Truces that were extended, that have no end, or of which only the month is known. Hours are counted from 1 January 2030.</summary>
public sealed class TermTimesTests
{
    private static readonly PartyId Party = CaseBuilder.Side;

    [Fact]
    public void Event_OnTheDayOfTheExtension_IsWithinTheTerms()
    {
        // In force from hour 0 to 100, extended at hour 90 to 200. The day from hour 96 to 120 lies over both.
        var @case = Case(Extended());
        Assert.Equal(Placement.WithinTerms, Find(@case, null));
        Assert.Equal(Placement.CannotBePlaced, Find(@case, 89));
        Assert.Equal(Placement.WithinTerms, Find(@case, 90));
    }

    [Fact]
    public void Event_WhereTwoTruces_AreNotOne_CannotBePlaced() =>
        Assert.Equal(Placement.CannotBePlaced, Find(Case(Truce(Hours(0, 100))), null));

    [Fact]
    public void Event_InATruceWithoutEnd_IsWithinForEver() =>
        Assert.Equal(Placement.WithinTerms, Find(Case(Truce(new Interval(CaseBuilder.Start, null))), null));

    [Fact]
    public void Event_WhereTheEndIsNotKnown_CannotBePlaced()
    {
        var truce = Truce(new Interval(CaseBuilder.Start, null));
        Assert.Equal(Placement.CannotBePlaced, Find(Case(truce with { InForce = [truce.InForce[0] with { EndUnknown = true }] }), null));
    }

    [Theory]
    [InlineData(0, 90, Placement.WithinTerms)]
    [InlineData(0, 110, Placement.CannotBePlaced)]
    [InlineData(0, 130, Placement.CannotBePlaced)]
    public void Event_WhereTheStartIsKnownToADay_IsWithinAfterIt(double first, double latest, Placement expected)
    {
        var truce = Truce(Hours(first, 300));
        Assert.Equal(expected, Find(Case(truce with { InForce = [truce.InForce[0] with { LatestStart = Hours(0, latest).End }] }), null));
    }

    [Fact]
    public void FindingCounts_OfATruceWithoutEnd_GoToTheLastEvent()
    {
        var @case = Case(Truce(new Interval(CaseBuilder.Start, null)));
        var view = CaseView.Of(@case);
        var findings = Finder.Find(view.Known, Subjects.OfReports(@case), FindingRulesFile.BuiltIn);
        var row = Assert.Single(FindingCounts.PerDay(@case, findings));
        Assert.Equal((Hours(96, 120), 1), (row.Day, row.AtLeast));
    }

    private static Interval Hours(double from, double to) => CaseBuilder.Hours(from, to);

    private static Placement Find(Case @case, double? knownAt)
    {
        var view = CaseView.Of(@case, knownAt is { } hour ? Hours(0, hour).End : null);
        return Finder.Find(view.Known, Subjects.OfReports(@case), FindingRulesFile.BuiltIn).Single().Placement;
    }

    private static Case Case(Truce truce) => CaseBuilder.Of([CaseBuilder.Claim("r", 96, 120, CountRange.Exactly(1), CaseBuilder.North) with { AllegedActor = Party }]) with
    {
        Truces = [truce],
    };

    private static Truce Extended()
    {
        var truce = Truce(Hours(0, 100));
        return truce with
        {
            Intended = Hours(0, 200),
            InForce = [.. truce.InForce, new InForce(Party, Hours(100, 200), TimePrecision.Minute, "UTC", "extension", false) { Extension = 1 }],
            Extensions = [new Extension { Announced = TimeWindow.Exact(Hours(89.5, 90)), Before = Hours(0, 100), Intended = Hours(100, 200) }],
        };
    }

    private static Truce Truce(Interval when) => new()
    {
        Id = new("T"), Name = "Truce", Zone = "UTC", Announced = TimeWindow.Exact(Hours(-24, -23)), Intended = when,
        InForce = [new InForce(Party, when, TimePrecision.Minute, "UTC", "order", false)],
        Prohibitions = [new Prohibition("P", new("attack"), null, [CaseBuilder.All], [Party], "no attack")],
    };
}
