using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Queries.Tests;

/// <summary>The options that choose events mean the same in every query that has them.</summary>
public sealed class EventFilterTests
{
    private static readonly Case Practice = BuiltInCases.Load("cases/practice-line");

    [Fact]
    public void SideAndRegion_AreActorAndArea()
    {
        Assert.Equal(Ask("--actor", "ORD"), Ask("--side", "ORD"));
        Assert.Equal(Ask("--area", "X-ZONE"), Ask("--region", "X-ZONE"));
        Assert.NotEmpty(Ask("--actor", "ORD"));
    }

    [Fact]
    public void Claimant_IsWhoSaysItAndActorWhoIsSaidToHaveDoneIt()
    {
        var sources = Practice.Sources.Where(s => s.Party == new PartyId("VEL")).Select(s => s.Id).ToHashSet();
        var reports = Practice.Reports.ToDictionary(r => r.Id.Value);
        var said = Incidents("--claimant", "VEL");
        Assert.NotEmpty(said);
        Assert.All(said, i => Assert.Contains(i.Reports, r => sources.Contains(reports[r].Source)));
        Assert.Equal(Incidents().Count(i => i.Reports.Any(r => sources.Contains(reports[r].Source))), said.Length);
        Assert.All(Incidents("--actor", "VEL"), i => Assert.Contains("VEL", i.Actors));
    }

    [Fact]
    public void Near_HoldsWhatMayLieInTheCircleAndLeavesOutWhatCannot()
    {
        var all = Incidents();
        var one = all.First(i => i.Lat is not null);
        var point = string.Create(CultureInfo.InvariantCulture, $"{one.Lat},{one.Lon}");
        var near = Incidents("--near", point, "--km", "1");
        Assert.Contains(one.Id, near.Select(i => i.Id));
        Assert.True(near.Length < all.Length);
        Assert.All(near.Where(i => i.Lat is not null), i => Assert.True(Km(one, i) <= i.RadiusKm + one.RadiusKm + 1));
        Assert.Equal(all.Length, Incidents("--near", point, "--km", "20000").Length);
        Assert.DoesNotContain(one.Id, Incidents("--near", "-33.5,-70.6", "--km", "10").Select(i => i.Id));
    }

    [Theory]
    [InlineData("--km: expected N, found none", "--near", "48,38")]
    [InlineData("--near: expected LAT,LON, found none", "--km", "3")]
    [InlineData("--near: expected a latitude", "--near", "98,38", "--km", "3")]
    [InlineData("--near: expected a latitude", "--near", "48", "--km", "3")]
    [InlineData("--km: expected kilometres", "--near", "48,38", "--km", "-1")]
    [InlineData("--to: expected a day not before 2031-03-10, found '2031-03-09'", "--from", "2031-03-10", "--to", "2031-03-09")]
    [InlineData("--side: expected one of ORD", "--side", "XX")]
    public void WrongOption_IsNamedAsItWasGiven(string message, params string[] words) =>
        Assert.StartsWith(message, Assert.Throws<QueryException>(() => Ask(words)).Message, StringComparison.Ordinal);

    [Fact]
    public void Findings_TakeDaysAsIncidentsDo()
    {
        var findings = ((FindingsAnswer)Run("findings", "--from", "2031-03-10", "--to", "2031-03-10").Answer).Findings;
        var incidents = Incidents("--from", "2031-03-10", "--to", "2031-03-10").Select(i => i.Id).ToHashSet();
        Assert.NotEmpty(findings);
        Assert.All(findings.Where(f => f.Id.StartsWith("I-", StringComparison.Ordinal)), f => Assert.Contains(f.Id, incidents));
    }

    [Fact]
    public void Audit_ChoosesClaimsAsOtherQueriesChooseEvents()
    {
        var all = Claims();
        Assert.NotEmpty(all);
        var sources = Practice.Sources.Where(s => s.Party == new PartyId("VEL")).Select(s => s.Id).ToHashSet();
        var quantities = Practice.Statements.SelectMany(s => s.Quantities).ToDictionary(q => q.Id.Value);
        Assert.Equal(all.Where(c => sources.Contains(quantities[c].Source)), Claims("--claimant", "VEL"));
        Assert.Equal(all.Where(c => quantities[c].AllegedActor == new PartyId("VEL")), Claims("--actor", "VEL"));
        Assert.NotEmpty(Claims("--actor", "VEL"));
        Assert.Equal(Claims("--actor", "VEL"), Claims("--side", "VEL"));
        Assert.Empty(Claims("--to", "1999-12-31"));
        Assert.Equal(all, Claims("--from", "1999-12-31"));
        Assert.Equal("No claim fits what was asked.", Run("audit", "--to", "1999-12-31").Nothing);
    }

    [Fact]
    public void Truces_AreThoseThatMayHaveRunThenAndHoldThere()
    {
        var all = Truces();
        var first = Practice.Truces[0];
        var day = (first.InForce.IsEmpty ? first.Intended : first.InForce[0].When).Start.InUtc().Date;
        Assert.Contains(first.Id.Value, Truces("--from", $"{day:uuuu-MM-dd}", "--to", $"{day:uuuu-MM-dd}", "--tz", "UTC"));
        Assert.Empty(Truces("--to", "1999-12-31"));
        Assert.Equal(all, Truces("--from", "1999-12-31"));
        var area = first.Prohibitions.SelectMany(p => p.Areas).First();
        Assert.Contains(first.Id.Value, Truces("--area", area.Value));
        Assert.Equal(Truces("--area", area.Value), Truces("--region", area.Value));
        Assert.Empty(Truces("--near", "-33.5,-70.6", "--km", "10"));
    }

    [Fact]
    public void Talks_TakeDaysToo()
    {
        var @case = BuiltInCases.Load("cases/ukraine-2025");
        var item = @case.Talks.Items[0].Id.Value;
        QueryResult History(params string[] words) => QueryCatalogue.Find("talks history")!.Run(
            CaseView.Of(@case),
            new QueryArguments(
                words.Chunk(2).Append(["ITEM", item]).ToImmutableDictionary(w => w[0], w => new GivenValue(w[1], w[0])), ImmutableDictionary<string, NamedText>.Empty),
            Work.Unlimited);
        var all = ((TalksHistoryAnswer)History().Answer).Entries;
        Assert.NotEmpty(all);
        Assert.Equal(all.Length, ((TalksHistoryAnswer)History("--from", "1999-12-31").Answer).Entries.Length);
        Assert.Empty(((TalksHistoryAnswer)History("--to", "1999-12-31").Answer).Entries);
    }

    [Fact]
    public void Zone_IsTheZoneOfTheTable()
    {
        Assert.Contains("+14", Run("incidents", "--tz", "Pacific/Kiritimati").Table().Rows[0][1], StringComparison.Ordinal);
        Assert.Contains("+14", Run("findings", "--tz", "Pacific/Kiritimati").Table().Rows[0][3], StringComparison.Ordinal);
        Assert.Contains("+14", Run("findings counts", "--tz", "Pacific/Kiritimati").Table().Rows[0][1], StringComparison.Ordinal);
    }

    // By the law of cosines, on a sphere of 6371 km.
    private static double Km(IncidentsAnswerRow a, IncidentsAnswerRow b)
    {
        var (one, other, turn) = (double.DegreesToRadians(a.Lat!.Value), double.DegreesToRadians(b.Lat!.Value), double.DegreesToRadians(a.Lon!.Value - b.Lon!.Value));
        return 6371 * Math.Acos(Math.Min(1, (Math.Sin(one) * Math.Sin(other)) + (Math.Cos(one) * Math.Cos(other) * Math.Cos(turn))));
    }

    private static string[] Claims(params string[] words) => [.. ((AuditAnswer)Run("audit", words).Answer).Claims.Select(c => c.Quantity)];

    private static string[] Truces(params string[] words) => [.. ((TrucesAnswer)Run("truces", words).Answer).Truces.Select(t => t.Truce)];

    private static IncidentsAnswerRow[] Incidents(params string[] words) => [.. ((IncidentsAnswer)Run("incidents", words).Answer).Incidents];

    private static string[] Ask(params string[] words) => [.. Incidents(words).Select(i => i.Id)];

    private static QueryResult Run(string name, params string[] words)
    {
        var query = QueryCatalogue.Find(name)!;
        return query.Run(CaseView.Of(Practice), QueryArguments.Parse(query, words, out _), Work.Unlimited);
    }
}
