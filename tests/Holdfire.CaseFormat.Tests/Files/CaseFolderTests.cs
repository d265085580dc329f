using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class CaseFolderTests
{
    [Fact]
    public void Load_SmallCase_HasNoErrors()
    {
        using var small = new SmallCase();
        Assert.Empty(CaseFolder.Load(small.Folder).Errors);
    }

    [Fact]
    public void Load_Truce_HasTheTermsAsWritten()
    {
        using var small = new SmallCase();
        var truce = Assert.Single(CaseFolder.Load(small.Folder).Case!.Truces);
        Assert.Equal(new Interval(Instant.FromUtc(2030, 1, 2, 17, 0), Instant.FromUtc(2030, 1, 3, 23, 0)), truce.Intended);
        Assert.Equal(DeclarationKind.AcceptsConditionally, Assert.Single(truce.Declarations).Kind);
        Assert.Equal(Acts.TargetKind.EnergyFacility, Assert.Single(truce.Prohibitions).Target);
        Assert.Equal(truce.Intended, truce.For(new PartyId("AA"))!.When);
        Assert.Null(truce.For(new PartyId("BB")));
        Assert.Equal(Instant.FromUtc(2030, 1, 3, 11, 0), Assert.Single(truce.Obligations).Deadline);
    }

    [Fact]
    public void Load_ReportRow_HasTheValuesAsWritten()
    {
        using var small = new SmallCase();
        var report = CaseFolder.Load(small.Folder).Case!.Reports[0];
        Assert.Equal(new CountRange(10, 15), report.Count);
        Assert.Equal(new Interval(Instant.FromUtc(2030, 1, 1, 22, 10), Instant.FromUtc(2030, 1, 1, 23, 0)), report.Window.Extent);
        Assert.Equal(["X-N", "X-S"], report.Areas.Select(a => a.Value));
        Assert.Equal(new Harm(CountRange.Exactly(1), CountRange.AtLeast(2), null), report.Harm);
        Assert.Equal(PartRelation.Disjoint, report.Parts);
        Assert.False(report.PartsExhaustive);
        Assert.True(report.IsAggregate);
        Assert.Equal("R3", Assert.Single(report.IncludedIn).Value);
        Assert.Equal("https://example.org/a,b", report.Reference);
    }

    [Fact]
    public void Load_NightRow_IsCutAtItsPublication()
    {
        using var small = new SmallCase();
        var report = CaseFolder.Load(small.Folder).Case!.Reports[1];
        Assert.Equal(new Interval(Instant.FromUtc(2030, 1, 1, 17, 0), Instant.FromUtc(2030, 1, 2, 5, 0)), report.Window.Extent);
        Assert.Equal(new Interval(Instant.FromUtc(2030, 1, 1, 23, 0), Instant.FromUtc(2030, 1, 2, 5, 0)), report.Window.Core);
        Assert.Equal(CountRange.AtLeast(4), report.Count);
        Assert.Equal("R1", report.PartOf!.Value.Value);
    }

    [Fact]
    public void Load_Quantity_TakesSpeakerAndWindowOfItsStatement()
    {
        using var small = new SmallCase();
        var read = CaseFolder.Load(small.Folder).Case!;
        var statement = Assert.Single(read.Statements);
        var quantity = statement.Quantities[0];
        Assert.Equal("aa-army", quantity.Source.Value);
        Assert.Equal(statement.Id, quantity.Statement);
        Assert.Equal(statement.About, quantity.Window);
        Assert.Equal(new CountRange(35, 45), quantity.Count);
        Assert.Equal("X-N", Assert.Single(quantity.Areas).Value);
        var other = Assert.Single(Assert.Single(Assert.Single(read.Conflicts).Accounts).Quantities);
        Assert.Equal(quantity.Id, other.Id);
        Assert.Equal(TimePrecision.Day, other.Window.Precision);
    }

    [Fact]
    public void Load_Watch_RunsToTheEndOfItsLastDay()
    {
        using var small = new SmallCase();
        var watch = Assert.Single(Assert.Single(CaseFolder.Load(small.Folder).Case!.Sources).Watches);
        Assert.Equal(48, watch.When.Duration.TotalHours);
    }

    [Fact]
    public void Load_NoSuchFolder_IsAError() =>
        Assert.Equal("no such folder", Assert.Single(CaseFolder.Load("/no/such/folder").Errors).Found);
}
