using System.Text.Json;

namespace Holdfire.Cli.Tests;

/// <summary>
/// Figures of the built-in case counted by hand from the published claims. The windows are in the comments, in the civil
/// time of the source.
/// </summary>
public sealed class HandCountedTests
{
    private const string Uav = "attack.air.uav";

    // 6 May 20:30 to 7 May 14:30: 187, straddles midnight. 7 May 14:30 to 20:30: 31, inside.
    [Fact]
    public void Counts_UkrainianClaimsOf7May_BoundTheStraddlingNight() => AssertDay("UA", "2025-05-07", "one-way", "launched", "Europe/Kyiv", 31, 218, 2);

    // 11 May 02:00 to 09:30: 108, inside. 11 May 23:00 to 12 May 08:30: 108, straddles.
    [Fact]
    public void Counts_UkrainianClaimsOf11May_BoundTheStraddlingNight() => AssertDay("UA", "2025-05-11", "one-way", "launched", "Europe/Kyiv", 108, 216, 2);

    // 21 April 21:00 to 22 April 09:00: 54. 22 April 08:00 to 18:00: 77, inside, overlaps the first. 21:30 to 23 April 09:30: 134.
    [Fact]
    public void Counts_UkrainianClaimsOf22April_BoundTwoOverlappingWindows() => AssertDay("UA", "2025-04-22", "one-way", "launched", "Europe/Kyiv", 77, 265, 3);

    // 5 May 21:00 to 6 May 04:00: 105, straddles. 09:30 to 13:10: 25. 16:40 to 17:20: 2. 17:21 to 18:40: 13. After 18:40, published 21:32: 57.
    [Fact]
    public void Counts_RussianClaimsOf6May_BoundTheStraddlingNight() => AssertDay("RU", "2025-05-06", null, "destroyed", "Europe/Moscow", 97, 202, 5);

    // No claim of a one-way drone by the air force has a window that touches the 72 hours from 8 May 00:00 Moscow time.
    [Fact]
    public void Counts_UkrainianDroneClaimsOfTheMayTruce_AreNone()
    {
        var row = Row("--side", "UA", "--act", Uav + ".one-way", "--measure", "launched", "--source", "ua-air-force", "--from", "2025-05-08", "--to", "2025-05-10", "--tz", "Europe/Moscow");
        Assert.Equal(0, row.GetProperty("min").GetInt64());
        Assert.Equal(0, row.GetProperty("max").GetInt64());
        Assert.Equal("2025-05-07T21:00Z", row.GetProperty("from").GetString());
        Assert.Equal("2025-05-10T21:00Z", row.GetProperty("to").GetString());
    }

    private static void AssertDay(string side, string day, string? kind, string measure, string zone, long min, long max, int reports)
    {
        var row = Row(
            "--side", side, "--act", kind is null ? Uav : $"{Uav}.{kind}", "--measure", measure,
            "--from", day, "--to", day, "--by", "day", "--tz", zone);
        Assert.Equal((min, (long?)max, reports), (row.GetProperty("min").GetInt64(), row.GetProperty("max").GetInt64(), row.GetProperty("reports").GetInt32()));
    }

    private static JsonElement Row(params string[] query) =>
        Assert.Single(Cli.Json(["counts", "--case", Cli.BuiltInCase, .. query]).GetProperty("rows").EnumerateArray());
}
