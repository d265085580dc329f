using System.Text.Json;

namespace Holdfire.Cli.Tests;

/// <summary>The answers on the invented case, worked out by hand.</summary>
public sealed class InventedCaseTests
{
    [Fact]
    public void Counts_ByPhase_CutAtTheTruce()
    {
        using var @case = new InventedCase();
        var rows = Cli.Json(
            "counts", "--case", @case.Folder, "--side", "NN", "--act", "attack.air.uav", "--measure", "launched",
            "--from", "2031-03-01", "--to", "2031-03-11", "--by", "phase").GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(
            [("2031-03-01T05:00Z", 90L, 216.0), ("2031-03-10T05:00Z", 0L, 48.0)],
            rows.Select(r => (r.GetProperty("from").GetString()!, r.GetProperty("min").GetInt64(), r.GetProperty("covered_hours").GetDouble())));
        Assert.All(rows, r => Assert.Equal(r.GetProperty("min").GetInt64(), r.GetProperty("max").GetInt64()));
    }

    [Fact]
    public void Counts_OfOneRegion_HoldWhatIsClaimedThereAlone()
    {
        using var @case = new InventedCase();
        string[] query = ["counts", "--case", @case.Folder, "--side", "SS", "--act", "attack.air.uav", "--measure", "launched", "--from", "2031-03-10", "--to", "2031-03-11", "--region"];
        Assert.Equal((8L, 8L), Bounds(Cli.Json([.. query, "X-EAST"])));
        Assert.Equal((0L, 0L), Bounds(Cli.Json([.. query, "X-WEST"])));
    }

    // Baseline: 28 days before 10 March without 8 and 9 March, between announcement and start: 26 days.
    [Fact]
    public void Assess_TenADayThenNone_AndFourADayThroughout()
    {
        using var @case = new InventedCase();
        var lines = Cli.Json("assess", "--case", @case.Folder).GetProperty("truces")[0].GetProperty("lines").EnumerateArray()
            .Where(l => !l.GetProperty("outside_terms").GetBoolean()).ToDictionary(l => l.GetProperty("source").GetString()!);
        Assert.Equal(["nn-army", "ss-army"], lines.Keys.Order(StringComparer.Ordinal));

        var stopped = lines["nn-army"];
        Assert.Equal(26, stopped.GetProperty("baseline_days").GetDouble());
        Assert.Equal((10.0, 10.0), Rate(stopped, "baseline_per_day"));
        Assert.Equal((0.0, 0.0), Rate(stopped, "during_per_day"));
        Assert.Equal(0, stopped.GetProperty("ratio").GetProperty("low").GetDouble());
        Assert.InRange(stopped.GetProperty("ratio").GetProperty("high").GetDouble(), 0.1, 0.5);
        Assert.Equal(JsonValueKind.Null, stopped.GetProperty("first_alleged_breach").ValueKind);
        Assert.Contains(stopped.GetProperty("verdict").GetString(), (string[])["held", "largely_held"]);

        var went = lines["ss-army"];
        Assert.Equal((4.0, 4.0), Rate(went, "baseline_per_day"));
        Assert.Equal((4.0, 4.0), Rate(went, "during_per_day"));
        Assert.True(went.GetProperty("ratio").GetProperty("low").GetDouble() < 1);
        Assert.True(went.GetProperty("ratio").GetProperty("high").GetDouble() > 1);
        Assert.Equal("2031-03-10T05:00Z", went.GetProperty("first_alleged_breach").GetString());
        Assert.DoesNotContain(went.GetProperty("verdict").GetString(), (string[])["held", "largely_held", "reduced", "worse"]);
    }

    [Fact]
    public void Audit_EightClaimedAndFourADayReported_IsConsistent()
    {
        using var @case = new InventedCase();
        var claim = Cli.Json("audit", "--case", @case.Folder).GetProperty("claims")[0];
        Assert.Equal("consistent", claim.GetProperty("verdict").GetString());
        Assert.Equal(8, claim.GetProperty("own").GetProperty("min").GetInt64());
        Assert.Equal(8, claim.GetProperty("own").GetProperty("max").GetInt64());
    }

    [Fact]
    public void Audit_AsOfBeforeItWasSaid_HasNoClaim()
    {
        using var @case = new InventedCase();
        Assert.Empty(Cli.Json("audit", "--case", @case.Folder, "--as-of", "2031-03-11T00:00Z").GetProperty("claims").EnumerateArray());
    }

    [Fact]
    public void CaseCheck_OfSeveralErrors_NamesEachWithItsLine()
    {
        using var @case = new InventedCase();
        @case.Write("parties.yaml", "- {id: NN, name: North, role: party}\n- {id: SS, name: South, role: judge}\n");
        @case.Write(Path.Combine("reports", "more.csv"), "id,source,act,measure,count,precision,zone\r\nR1,nn-army,attack.spoon,launched,-3,unknown,America/Bogota\r\n");
        var run = Cli.Run("case", "check", @case.Folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("parties.yaml:2:", run.Error, StringComparison.Ordinal);
        Assert.Contains("judge", run.Error, StringComparison.Ordinal);
        Assert.Contains("more.csv:2:", run.Error, StringComparison.Ordinal);
        Assert.Contains("attack.spoon", run.Error, StringComparison.Ordinal);
        Assert.Contains("-3", run.Error, StringComparison.Ordinal);
    }

    private static (long Min, long Max) Bounds(JsonElement answer)
    {
        var row = Assert.Single(answer.GetProperty("rows").EnumerateArray());
        return (row.GetProperty("min").GetInt64(), row.GetProperty("max").GetInt64());
    }

    private static (double Min, double Max) Rate(JsonElement line, string key) =>
        (line.GetProperty(key).GetProperty("min").GetDouble(), line.GetProperty(key).GetProperty("max").GetDouble());
}
