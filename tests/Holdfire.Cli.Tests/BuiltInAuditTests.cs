using System.Text.Json;

namespace Holdfire.Cli.Tests;

/// <summary>Each number in a statement of the built-in case, worked out by hand from its data.</summary>
public sealed class BuiltInAuditTests
{
    private static readonly Dictionary<string, JsonElement> Claims = Cli.Json("audit", "--case", Cli.BuiltInCase).GetProperty("claims")
        .EnumerateArray().ToDictionary(c => c.GetProperty("quantity").GetString()!);

    // The Air Force's bulletins of the night to 11 May and of the day come to 108 at the least and 218 at the most.
    [Fact]
    public void DronesOf11May_AreBorneOutByTheSidesOwnBulletins()
    {
        Is("S23.1", "consistent", "consistent", "108 to 218", "\"some\"");
        Assert.Equal((108, 218), (Claims["S23.1"].GetProperty("own").GetProperty("min").GetInt64(), Claims["S23.1"].GetProperty("own").GetProperty("max").GetInt64()));
    }

    [Theory]
    [InlineData("S21.1", "the 524")]
    [InlineData("S21.2", "the 45")]
    [InlineData("S21.3", "them")]
    public void DronesSaidToHaveComeInTheTruce_ArePutIntoTheNightBeforeIt(string id, string what) =>
        Is(id, "unchecked", "accounts_differ", $"puts {what} into the night to 7 May 2025, before A3", "the claim says 8 to 10 May 2025");

    // 63 + 586 + 176 + 10 = 835, and 835 - 734 = 101; the 464 are part of the 586.
    [Fact]
    public void ClassesOf8May_ExceedTheirWholeBy101() => Is("X2.1", "unchecked", "parts_exceed", "734", "835", "101 more");

    // 1,404 + 3,316 + 90 + 6 = 4,816, and 4,900 - 4,816 = 84.
    [Fact]
    public void ClassesOfEaster_Are84Short() => Is("X6.1", "unchecked", "parts_fall_short", "4,900", "4,816", "84 short");

    // 488 (8 May) within 5,026 (to 9 May) within 9,318 (to 10 May).
    [Theory]
    [InlineData("X3.1")]
    [InlineData("X7.1")]
    [InlineData("X1.1")]
    public void RunningTotalsOfMay_FitWithinEachOther(string id) => Is(id, "consistent", "consistent", "fits within");

    [Fact]
    public void TheFirstTotal_IsWithinBothLaterOnes() => Is(
        "X3.1", "consistent", "consistent", "X3.1 (488, 8 May 2025) fits within X7.1 (5,026, 8 to 9 May 2025).", "fits within X1.1 (9,318, 8 to 10 May 2025).");

    // 96 + 1,883 + 951 or more = 2,930 or more, which 2,935 allows; another account gives no day.
    [Fact]
    public void EasterTotal_HasTwoAccountsAndPartsThatFit() => Is("X4.1", "unchecked", "accounts_differ", "2,930 or more", "fits");

    [Theory]
    [InlineData("S21.4")]
    [InlineData("X1.2")]
    [InlineData("X8.1")]
    [InlineData("X9.1")]
    public void WhereTheCaseHasNothing_ThatIsSaid(string id) => Is(id, "unchecked", "nothing_to_compare", "Nothing in this case can be compared with it");

    private static void Is(string id, string verdict, string outcome, params string[] words)
    {
        var claim = Claims[id];
        Assert.Equal((verdict, outcome), (claim.GetProperty("verdict").GetString(), claim.GetProperty("outcome").GetString()));
        Assert.All(words, w => Assert.Contains(w, claim.GetProperty("in_short").GetString(), StringComparison.Ordinal));
    }
}
