using Holdfire.Cli.Tests.Records;

namespace Holdfire.Cli.Tests;

public sealed class IncidentPinTests
{
    private const string A = "S-2031-03-01";
    private const string B = "S-2031-03-02";
    private const string C = "S-2031-03-03";

    [Fact]
    public void Pin_InACaseFolder_IsAddedToWhatStandsAndObeyed()
    {
        using var @case = new InventedCase();
        @case.Write("pins.yaml", "# kept by the duty officer\n  - {id: P2, not_same: [N-2031-03-01, S-2031-03-05], by: \"a: b\", reason: x} # first");
        var before = File.ReadAllText(Path.Combine(@case.Folder, "pins.yaml"));
        Good(@case, "pin", A, B, "--same", "--by", "duty officer", "--reason", "one night, \"told twice\": see log #4");
        Assert.Equal(
            before + "\n  - {id: P1, same: [S-2031-03-01, S-2031-03-02], by: duty officer, reason: \"one night, \\\"told twice\\\": see log #4\"}\n",
            File.ReadAllText(Path.Combine(@case.Folder, "pins.yaml")));
        Assert.Equal([A, B], Together(A, "--case", @case.Folder));

        // Whoever sees what it decides sees who decided it and why.
        const string Told = "P1 by duty officer: S-2031-03-01 same as S-2031-03-02. Reason: one night, \"told twice\": see log #4";
        Assert.Contains(Told, Cli.Run("incidents", "show", A, "--case", @case.Folder).Sentences, StringComparison.Ordinal);
        Assert.Equal("P1", Assert.Single(Cli.Json("incidents", "show", A, "--case", @case.Folder).GetProperty("pins").EnumerateArray()).GetProperty("id").GetString());
        var page = Path.Combine(@case.Folder, "report.html");
        Cli.Run("report", "--case", @case.Folder, "--out", page);
        Assert.Contains("see log #4", File.ReadAllText(page), StringComparison.Ordinal);

        Good(@case, "unpin", "P1", "--by", "duty officer", "--reason", "two nights");
        Assert.Equal([A], Together(A, "--case", @case.Folder));
        var pin = Assert.Single(Cli.Json("incidents", "pins", "--case", @case.Folder).GetProperty("pins").EnumerateArray());
        Assert.Equal("a: b", pin.GetProperty("by").GetString());
        Good(@case, "pin", A, B, "--not-same", "--by", "duty officer", "--reason", "two nights");
        Assert.Contains("{id: P4, not_same:", File.ReadAllText(Path.Combine(@case.Folder, "pins.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Pin_InARecord_IsASignedEntryAndObeyed()
    {
        using var record = new RecordOfCase();
        string[] to = ["--record", record.Folder];
        Assert.Contains("pin P1", RecordOfCase.Good(["incidents", "pin", A, B, "--same", "--by", "duty officer", "--reason", "one night", .. to]), StringComparison.Ordinal);
        Assert.Equal([A, B], Together(A, to));
        record.Refused(2, $"P1 says {A} same as {B}; this pin says {B} not the same as {A}", ["incidents", "pin", B, A, "--not-same", "--by", "x", "--reason", "y", .. to]);
        RecordOfCase.Good(["incidents", "unpin", "P1", "--reason", "two nights", .. to]);
        Assert.Equal([A], Together(A, to));
        record.Refused(2, "a pin that stands (none stands), found 'P1'", ["incidents", "unpin", "P1", "--reason", "again", .. to]);
        Assert.Contains("pin P2", RecordOfCase.Good(["incidents", "pin", B, A, "--not-same", "--by", "x", "--reason", "y", .. to]), StringComparison.Ordinal);
        RecordOfCase.Good("record", "verify", record.Folder);
    }

    [Fact]
    public void Pin_ThatContradictsOthers_IsRefusedWithTheChain()
    {
        using var @case = new InventedCase();
        Good(@case, "pin", A, B, "--same", "--by", "x", "--reason", "y");
        Good(@case, "pin", C, B, "--same", "--by", "x", "--reason", "y");
        Refused(@case, $"P1 says {A} same as {B}; P2 says {C} same as {B}; this pin says {A} not the same as {C}", "pin", A, C, "--not-same", "--by", "x", "--reason", "y");
        Good(@case, "unpin", "P1", "--by", "x", "--reason", "y");
        Good(@case, "pin", A, C, "--not-same", "--by", "x", "--reason", "y");
        Refused(@case, $"this pin says {B} same as {A}; P2 says {C} same as {B}; P4 says {A} not the same as {C}", "pin", B, A, "--same", "--by", "x", "--reason", "y");
    }

    [Theory]
    [InlineData("such as S-2031-03-01,", "pin", "S-2031-3-01", B, "--same", "--by", "x", "--reason", "y")]
    [InlineData("a number in a statement", "pin", "H1.1", B, "--same", "--by", "x", "--reason", "y")]
    [InlineData("two different reports", "pin", A, A, "--same", "--by", "x", "--reason", "y")]
    [InlineData("--reason: expected words", "pin", A, B, "--same", "--by", "x", "--reason", " ")]
    [InlineData("--by: expected words", "unpin", "P1", "--reason", "x")]
    [InlineData("a pin that stands (none stands)", "unpin", "P1", "--reason", "x", "--by", "y")]
    public void Pin_WithWrongInput_WritesNothing(string message, params string[] arguments)
    {
        using var @case = new InventedCase();
        Refused(@case, message, arguments);
        Assert.False(File.Exists(Path.Combine(@case.Folder, "pins.yaml")));
    }

    [Fact]
    public void Pin_IntoAListInBrackets_IsRefused()
    {
        using var @case = new InventedCase();
        @case.Write("pins.yaml", $"[{{id: P1, same: [{A}, {B}], by: x, reason: y}}]\n");
        Refused(@case, "each begin with '-'", "pin", A, C, "--same", "--by", "x", "--reason", "y");
    }

    [Fact]
    public void Pins_AddedAtOnce_AllStand()
    {
        using var @case = new InventedCase();
        var runs = Enumerable.Range(1, 4).AsParallel().WithDegreeOfParallelism(4).Select(day => Cli.RunProcess(
            "incidents", "pin", $"N-2031-03-0{day}", $"S-2031-03-0{day}", "--not-same", "--by", "x", "--reason", "y", "--case", @case.Folder)).ToList();
        Assert.All(runs, r => Assert.True(r.ExitCode == 0, r.Error));
        Assert.Equal(
            ["P1", "P2", "P3", "P4"],
            Cli.Json("incidents", "pins", "--case", @case.Folder).GetProperty("pins").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
    }

    [Fact]
    public void Pins_OfAFolder_GoIntoARecordWithTheirWithdrawals()
    {
        using var record = new RecordOfCase();
        Good(record.Case, "pin", A, B, "--same", "--by", "x", "--reason", "y");
        Good(record.Case, "pin", B, C, "--same", "--by", "x", "--reason", "y");
        Good(record.Case, "unpin", "P1", "--by", "x", "--reason", "y");
        RecordOfCase.Good("import", "case", record.Case.Folder, "--record", record.Folder);
        Assert.Equal(Pins("--case", record.Case.Folder), Pins("--record", record.Folder));
        Assert.Equal([B, C], Together(B, "--record", record.Folder));
    }

    // As a table, but for the line that says what the record held.
    private static IEnumerable<string> Pins(params string[] of) =>
        RecordOfCase.Good(["incidents", "pins", .. of]).Split('\n').Where(l => !l.StartsWith("Recorded at size", StringComparison.Ordinal));

    private static void Good(InventedCase @case, params string[] arguments) => RecordOfCase.Good(["incidents", .. arguments, "--case", @case.Folder]);

    private static void Refused(InventedCase @case, string message, params string[] arguments)
    {
        var file = Path.Combine(@case.Folder, "pins.yaml");
        var before = File.Exists(file) ? File.ReadAllText(file) : null;
        var run = Cli.Run(["incidents", .. arguments, "--case", @case.Folder]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.Exists(file) ? File.ReadAllText(file) : null);
    }

    private static IEnumerable<string> Together(string report, params string[] from) =>
        Cli.Json(["incidents", "show", report, .. from]).GetProperty("incident").GetProperty("reports").EnumerateArray().Select(r => r.GetString()!);
}
