using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>When the day of a daily report ends, in case.yaml.</summary>
public sealed class DailyCutOffFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("holdfire-daily-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData("", null, null)]
    [InlineData("daily: {cut_off: \"18:00\", time_zone: Europe/Kyiv}", "18:00", "Europe/Kyiv")]
    [InlineData("daily: {cut_off: \"06:30\"}", "06:30", "Asia/Beirut")]
    [InlineData("daily: {cut_off: \"24:00\"}", "00:00", "Asia/Beirut")]
    public void Daily_IsReadWithTheZoneOfTheCaseForWantOfItsOwn(string line, string? time, string? zone)
    {
        var load = Load(line);
        Assert.Empty(load.Errors);
        Assert.Equal(time is null ? null : new DailyCutOff(NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value, zone!), load.Case!.Daily);
    }

    [Theory]
    [InlineData("daily: {cut_off: \"6 pm\"}", "a clock time such as 18:00")]
    [InlineData("daily: {cut_off: \"25:00\"}", "a clock time such as 18:00")]
    [InlineData("daily: {time_zone: Europe/Kyiv}", "cut_off")]
    [InlineData("daily: {cut_off: \"18:00\", time_zone: Kyiv}", "an IANA time zone such as Europe/Zurich")]
    [InlineData("daily: 18", "a map")]
    public void Wrong_IsOneErrorWithItsPlace(string line, string expected)
    {
        var error = Assert.Single(Load(line).Errors);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("case.yaml:4", error.ToString(), StringComparison.Ordinal);
    }

    private CaseLoad Load(string line)
    {
        File.WriteAllText(Path.Combine(folder, "case.yaml"), $"id: c\ntitle: C\nzone: Asia/Beirut\n{line}\n");
        File.WriteAllText(Path.Combine(folder, "parties.yaml"), "- {id: A, name: A, role: party}\n");
        File.WriteAllText(Path.Combine(folder, "sources.yaml"), "- {id: s, name: S, kind: monitor, grade: B, scope: X-P}\n");
        File.WriteAllText(Path.Combine(folder, "truces.yaml"), "[]\n");
        File.WriteAllText(Path.Combine(folder, "statements.yaml"), "statements: []\n");
        File.AppendAllText(Path.Combine(folder, "case.yaml"), "places: [{code: X-P, name: P, lat: 1, lon: 1, radius_km: 1}]\n");
        return CaseFolder.Load(folder);
    }
}
