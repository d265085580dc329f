using System.Text.Json;

namespace Holdfire.Cli.Tests;

/// <summary>What a head of mission reads of a truce, in cases made for it.</summary>
public sealed class TruceAnswerTests
{
    private const string Header = "id,source,from,to,zone,precision,act,measure,unit,count,areas,alleged_actor,killed,injured,lat,lon,radius_km,aggregate,denies\r\n";

    private const string TwoDesks = """
        - {id: nn-army, name: Army of the North, party: NN, kind: party_organ, grade: F, scope: X-ALL}
        - {id: ss-army, name: Army of the South, party: SS, kind: party_organ, grade: F, scope: X-ALL}
        - {id: desk-a, name: Desk A, kind: news_desk, grade: C, scope: X-ALL}
        - {id: desk-b, name: Desk B, kind: news_desk, grade: C, scope: X-ALL}
        """;

    [Fact]
    public void NoReports_NothingIsAlleged_AndThatShowsNothing()
    {
        var truce = Assess(c =>
        {
            c.Write("statements.yaml", "statements: []\n");
            c.Write(Path.Combine("reports", "claims.csv"), Header);
        });

        Is(truce, "none_alleged", "No breach is alleged here; that nobody reports one does not show that there was none.");
        Assert.Equal("No source here counts what it forbids, so whether violence fell cannot be told.", Sentence(truce, "change"));
        Assert.Equal("No obligation beyond the halt is recorded.", Sentence(truce, "obligations"));
    }

    // One source: four drones on each of the two days. It is one side's word, so the rate keeps its own.
    [Fact]
    public void OneSource_IsAllegedAlone_AndTheRateKeepsItsWord()
    {
        var truce = Assess(c => c.Write("statements.yaml", "statements: []\n"));

        Is(truce, "alleged", "Breaches by North are alleged from the first day (10 March 2031), first by Army of the South: 2 events, on 2 of 2 days; none is corroborated here");
        Assert.All(Lines(truce), l => Assert.Equal(Text(l, "rate_verdict"), Text(l, "verdict")));
        Assert.Contains("one side or source alone tells of breaches", Sentence(truce, "unknown"), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoIndependentSourcesOnOneEvent_TheTruceIsNotHeld_ButForTheOtherSide()
    {
        var truce = Assess(c => Events(c,
            "D1,desk-a,2031-03-10T08:00,2031-03-10T08:30,America/Bogota,minute,attack.shelling,occurred,attack,1,X-EAST,NN,2,3,4.1,-73.2,1,,",
            "D2,desk-b,2031-03-10T08:05,2031-03-10T08:20,America/Bogota,minute,attack.shelling,occurred,attack,1,X-EAST,NN,3,3,4.101,-73.201,1,,"));

        Is(truce, "corroborated", "Not held: 1 breach by North is corroborated");
        Assert.Contains("2 to 3 civilians are said to have been killed and 3 injured", Sentence(truce, "breaches"), StringComparison.Ordinal);
        Assert.All(Lines(truce).Where(l => Text(l, "alleged_actor") == "NN" && l.GetProperty("primary").GetBoolean()), l => Assert.Equal("not_held", Text(l, "verdict")));
        Assert.DoesNotContain(Lines(truce), l => Text(l, "rate_verdict") == "not_held" || (Text(l, "alleged_actor") == "SS" && Text(l, "verdict") == "not_held"));
    }

    [Fact]
    public void TheActorsOwnWord_IsAFactReported()
    {
        var truce = Assess(c => Events(c, "N1,nn-army,2031-03-10T08:00,2031-03-10T08:30,America/Bogota,minute,attack.shelling,occurred,attack,1,X-EAST,NN,,,4.1,-73.2,1,,"));

        Is(truce, "corroborated", "said by the actor itself");
        Assert.DoesNotContain("conceded", Sentence(truce, "breaches"), StringComparison.Ordinal);
        Assert.DoesNotContain("admit", Sentence(truce, "breaches"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhoDeniesIt_IsSaid()
    {
        var truce = Assess(c => Events(c,
            "D1,desk-a,2031-03-10T08:00,2031-03-10T08:30,America/Bogota,minute,attack.shelling,occurred,attack,1,X-EAST,NN,,,4.1,-73.2,1,,",
            "N1,nn-army,2031-03-10T08:00,2031-03-10T08:30,America/Bogota,minute,attack.shelling,occurred,attack,0,X-EAST,,,,,,,,D1"));

        Is(truce, "alleged", "1 is denied by the actor itself");
    }

    [Fact]
    public void WhatNamesNobody_IsAllegedOfEitherSide()
    {
        var truce = Assess(c => Events(c, "D1,desk-a,2031-03-10T08:00,2031-03-10T08:30,America/Bogota,minute,attack.shelling,occurred,attack,1,X-EAST,,,,4.1,-73.2,1,,"));

        Is(truce, "alleged", "Breaches by an actor not named or in dispute are alleged");
    }

    [Theory]
    [InlineData("{standard: alleged, per_day: 1}", "alleged", "Not held, since the mission tolerates no more than 1 alleged breach a day")]
    [InlineData("{standard: alleged, per_day: 2}", "alleged", "which is within what the mission tolerates (2 alleged breaches a day)")]
    [InlineData("{standard: verified, per_day: 0}", "alleged", "which is within what the mission tolerates (0 verified breaches a day)")]
    public void TheMissionsTolerance_IsThatOfTheAnswer(string tolerance, string compliance, string words)
    {
        var truce = Assess(c =>
        {
            Events(c,
                "D1,desk-a,2031-03-10T08:00,2031-03-10T08:30,America/Bogota,minute,attack.shelling,occurred,attack,1,X-EAST,NN,,,4.1,-73.2,1,,",
                "D2,desk-a,2031-03-10T20:00,2031-03-10T20:30,America/Bogota,minute,attack.shelling,occurred,attack,1,X-WEST,NN,,,4.1,-74.2,1,,");
            c.Write("truces.yaml", Truces(c).Replace("  prohibitions:", $"  tolerance: {tolerance}\n  prohibitions:", StringComparison.Ordinal));
        });

        Is(truce, compliance, words);
        Assert.Equal(words.StartsWith("Not held", StringComparison.Ordinal), Lines(truce).Any(l => Text(l, "verdict") == "not_held"));
    }

    // Twelve shellings in one row are twelve breaches; twelve drones may be one.
    [Theory]
    [InlineData("shelling", "Not held, since the mission tolerates no more than 8 alleged breaches a day", "2 claims that count 15 in all")]
    [InlineData("item", "which is within what the mission tolerates (8 alleged breaches a day)", "2 events")]
    public void ARowThatCountsSeveral_IsThatManyBreaches(string unit, string tolerated, string counted)
    {
        var truce = Assess(c =>
        {
            Events(c,
                $"D1,desk-a,2031-03-10T08:00,2031-03-10T08:30,America/Bogota,minute,attack.shelling,occurred,{unit},12,X-EAST,NN,,,4.1,-73.2,1,,",
                $"D2,desk-a,2031-03-11T20:00,2031-03-11T20:30,America/Bogota,minute,attack.shelling,occurred,{unit},3,X-WEST,NN,,,4.1,-74.2,1,,");
            c.Write("truces.yaml", Truces(c).Replace("  prohibitions:", "  tolerance: {standard: alleged, per_day: 8}\n  prohibitions:", StringComparison.Ordinal));
        });

        Is(truce, "alleged", tolerated);
        Assert.Contains(counted, Sentence(truce, "breaches"), StringComparison.Ordinal);
    }

    [Fact]
    public void ATruceWithoutProhibitions_CannotBeBroken() =>
        Is(Assess(c => c.Write("truces.yaml", Truces(c)[..Truces(c).IndexOf("  prohibitions:", StringComparison.Ordinal)])), "none_alleged", "forbid nothing, so no breach can be told");

    [Fact]
    public void ATruceStillToCome_SaysNothingYet()
    {
        var truce = Assess(c => c.Write("truces.yaml", Truces(c).Replace("2031-03-1", "2041-03-1", StringComparison.Ordinal)));

        Is(truce, "none_alleged", "It begins on 10 March 2041, 00:00, after everything that is known here");
        Assert.Equal("Nothing of its time is known yet.", Sentence(truce, "unknown"));
    }

    [Fact]
    public void AnOpenEndedTruce_CountsItsDaysToTheLastThingKnown()
    {
        var truce = Assess(c =>
        {
            c.Write("statements.yaml", "statements: []\n");
            c.Write("truces.yaml", Truces(c).Replace("  to: 2031-03-12T00:00\n", "", StringComparison.Ordinal).Replace(", to: 2031-03-12T00:00,", ",", StringComparison.Ordinal));
        });

        Is(truce, "alleged", "2 events, on 2 of 2 days");
    }

    [Fact]
    public void Obligations_AreToldWithTheirState()
    {
        var truce = Assess(c => c.Write("truces.yaml", Truces(c) + "\n  obligations:\n    - {party: NN, text: hand over a list, deadline: 2031-03-11T12:00, zone: America/Bogota}\n"
            + "    - {party: SS, text: open the road, deadline: 2031-04-11T12:00, zone: America/Bogota}\n"));

        Assert.Equal(
            "Of 2 obligations, as of 12 March 2031, 00:00: 1 is overdue (nothing here shows it done, which is no proof that it is not) and 1 is not due yet; the next date is 11 April 2031, 12:00.",
            Sentence(truce, "obligations"));
    }

    [Fact]
    public void ATruceNeverInForce_HasNothingToBreak() =>
        Is(Assess(c => c.Write("truces.yaml", Truces(c).Remove(
            Truces(c).IndexOf("  in_force:", StringComparison.Ordinal), Truces(c).IndexOf("  prohibitions:", StringComparison.Ordinal) - Truces(c).IndexOf("  in_force:", StringComparison.Ordinal)))), null, "It never came into force, so nothing could break it.");

    [Fact]
    public void TheTable_OpensWithTheAnswers_AndIsNarrow()
    {
        var text = Cli.Run("assess", "--case", Cli.BuiltInCase).Output;

        Assert.StartsWith("A1 Thirty-day moratorium on strikes on energy facilities\n  Breaches: ", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').TakeWhile(l => !l.StartsWith("Of ", StringComparison.Ordinal)), l => Assert.True(l.Length <= 100, l));
        Assert.DoesNotContain("cannot say", text, StringComparison.Ordinal);
    }

    // 8 May, midnight to eight: guided bombs on Sumy region; then sums of 734 and more. None of it is borne out here.
    [Fact]
    public void TheTruceOfMay_IsAllegedFromTheFirstNightAndNotCorroborated()
    {
        var truce = Cli.Json("assess", "--case", Cli.BuiltInCase, "--truce", "A3").GetProperty("truces")[0];

        Is(truce, "alleged", "Breaches by Russian Federation are alleged from the first night (8 May 2025), first by Air Force of the Armed Forces of Ukraine");
        Assert.Contains("none is corroborated here", Sentence(truce, "breaches"), StringComparison.Ordinal);
        Assert.Contains("One-way attack drones by Russian Federation stopped, as far as silence tells: no report by Air Force of the Armed Forces of Ukraine on any of 3 nights, which comes by chance about", Sentence(truce, "change"), StringComparison.Ordinal);
        Assert.Contains("in 10,000", Sentence(truce, "change"), StringComparison.Ordinal);
        Assert.Contains("shelling are not counted by any source here", Sentence(truce, "unknown"), StringComparison.Ordinal);
    }

    private static JsonElement Assess(Action<InventedCase> change)
    {
        using var small = new InventedCase();
        change(small);
        return Cli.Json("assess", "--case", small.Folder).GetProperty("truces")[0];
    }

    private static void Events(InventedCase small, params string[] rows)
    {
        small.Write("sources.yaml", TwoDesks);
        small.Write("statements.yaml", "statements: []\n");
        // Twenty days before, so that there is a line to judge.
        var before = Enumerable.Range(10, 19).Select(d => FormattableString.Invariant(
            $"B{d},desk-a,2031-02-{d},2031-02-{d},America/Bogota,day,attack.shelling,occurred,attack,5,X-ALL,NN,,,,,,yes,"));
        small.Write(Path.Combine("reports", "claims.csv"), Header + string.Join("\r\n", before.Concat(rows)) + "\r\n");
    }

    private static string Truces(InventedCase small) => File.ReadAllText(Path.Combine(small.Folder, "truces.yaml"));

    private static void Is(JsonElement truce, string? compliance, string words)
    {
        Assert.Contains(words, Sentence(truce, "breaches"), StringComparison.Ordinal);
        if (compliance is not null)
        {
            Assert.Equal(compliance, Text(truce, "compliance"));
        }
    }

    private static List<JsonElement> Lines(JsonElement truce) => [.. truce.GetProperty("lines").EnumerateArray()];

    private static string? Text(JsonElement of, string key) => of.GetProperty(key).GetString();

    private static string Sentence(JsonElement truce, string key) => truce.GetProperty("answer").GetProperty(key).GetString()!;
}
