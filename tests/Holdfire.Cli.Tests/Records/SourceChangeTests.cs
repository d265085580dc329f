using System.Globalization;

namespace Holdfire.Cli.Tests.Records;

/// <summary>What a source itself takes back or replaces in a record, against the same said in a case folder.</summary>
public sealed class SourceChangeTests
{
    private const string Corrected = """
        {id: S-2031-03-10, source: ss-army, from: 2031-03-10, to: 2031-03-10, zone: America/Bogota, precision: day, act: attack.air.uav,
         measure: launched, count: 9, areas: X-EAST, alleged_actor: NN}
        """;

    private static readonly string[][] Queries =
    [
        ["counts", "--side", "SS", "--act", "attack.air.uav", "--measure", "launched", "--from", "2031-02-27", "--to", "2031-03-12", "--by", "day"],
        ["audit"], ["assess"], ["assess", "--standard", "disputed"], ["findings"], ["incidents"], ["incidents", "--merged"],
    ];

    [Fact]
    public void SourceChanges_InARecord_AnswerAsThoseOfACaseFolder()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "no such raid", "--published", "2031-03-03T12:00Z");
        RecordOfCase.Good(
            "record", "append", record.Folder, "--corrects", "S-2031-03-10", "--file", record.Write("r.yaml", Corrected), "--reason", "more came in",
            "--published", "2031-03-13T12:00Z");
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "H1", "--reason", "the army withdrew it", "--published", "2031-03-14T12:00Z");
        var size = int.Parse(record.Size, CultureInfo.InvariantCulture);
        var old = Cli.Json("record", "log", record.Folder, "--most", "1000").GetProperty("entries").EnumerateArray()
            .First(e => e.GetProperty("id").GetString() == "S-2031-03-10").GetProperty("index").GetRawText();

        var rows = Path.Combine(record.Case.Folder, "reports", "claims.csv");
        var text = File.ReadAllText(rows);
        var row = text.Split("\r\n").Single(l => l.StartsWith("S-2031-03-10,", StringComparison.Ordinal));
        File.WriteAllText(rows, text.Replace(row, row.Replace(",launched,4,", ",launched,9,", StringComparison.Ordinal), StringComparison.Ordinal)
            + row.Replace("S-2031-03-10,", $"S-2031-03-10@{old},", StringComparison.Ordinal) + "\r\n");
        File.AppendAllText(Path.Combine(record.Case.Folder, "case.yaml"), string.Create(CultureInfo.InvariantCulture, $$"""

            corrections:
              - {report: S-2031-03-01, kind: withdrawn, published: "2031-03-03T12:00Z", reference: "entry {{size - 3}}: no such raid"}
              - {report: S-2031-03-10@{{old}}, kind: corrected, by: S-2031-03-10, published: "2031-03-13T12:00Z", reference: "entry {{size - 2}}: more came in"}
              - {report: H1.1, kind: withdrawn, published: "2031-03-14T12:00Z", reference: "entry {{size - 1}}: the army withdrew it"}
            """));
        // Each run starts a program: earlier instants are asked of the first three alone.
        foreach (var asOf in (string[][])[[], ["--as-of", "2031-03-13T00:00Z"], ["--as-of", "2031-03-02T12:00Z"]])
        {
            foreach (var query in Queries.Take(asOf.Length == 0 ? Queries.Length : 3))
            {
                Assert.Equal(
                    RecordOfCase.Good([.. query, .. asOf, "--case", record.Case.Folder, "--format", "json"]),
                    RecordOfCase.WithoutSize(RecordOfCase.Good([.. query, .. asOf, "--record", record.Folder, "--format", "json"])));
            }
        }

        RecordOfCase.Good("record", "verify", record.Folder);
    }

    [Fact]
    public void Import_OfARowThatWasPublishedLater_IsTheSourcesOwnRevision()
    {
        using var record = new RecordOfCase();
        var rows = Path.Combine(record.Case.Folder, "reports", "claims.csv");
        var lines = File.ReadAllText(rows).TrimEnd().Split("\r\n");
        void Import(int count, string published)
        {
            File.WriteAllLines(rows, lines.Select(l => l.StartsWith("id,", StringComparison.Ordinal) ? l + ",published"
                : l.StartsWith("S-2031-03-01,", StringComparison.Ordinal) ? l.Replace(",launched,4,", $",launched,{count},", StringComparison.Ordinal) + "," + published : l + ","));
            RecordOfCase.Good("import", "case", record.Case.Folder, "--record", record.Folder);
        }

        // A clerk mends the count: the number was never the source's.
        Import(5, "2031-03-02T05:00Z");
        Assert.Equal((5, ""), Row(record));

        // The source raises it weeks later, and says so in what it publishes then.
        Import(9, "2031-03-20T12:00Z");
        Assert.Equal((5, ""), Row(record, "--known-by", "2031-03-20T11:59Z"));
        Assert.Equal(9, Row(record).Item1);
        RecordOfCase.Good("record", "verify", record.Folder);
    }

    [Fact]
    public void Withdrawal_BeforeAndAfterItsTime_IsCountedAndThenShownApart()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "no such raid", "--published", "2031-03-03T12:00Z");
        Assert.Equal((4, ""), Row(record, "--as-of", "2031-03-03T11:59Z"));
        Assert.Equal((0, "S-2031-03-01"), Row(record, "--as-of", "2031-03-03T12:00Z"));
        Assert.Equal((0, "S-2031-03-01"), Row(record));
        Assert.Contains("withdrawn by its source", Explained(record), StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawal_OfWhatTheSourceItselfSigned_StaysAsTakenBack()
    {
        using var record = new RecordOfCase();
        var key = record.Write("none", "")[..^4] + "army.key";
        var vkey = RecordOfCase.Good("record", "keys", "new", "army-of-the-south", "--out", key).Trim();
        RecordOfCase.Good("record", "keys", "register", record.Folder, vkey, "--speaks-as", "ss-army");
        // An entry of the clerk's that the source mends was never its word.
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "not ours", "--key", key);
        Assert.Equal((0, ""), Row(record));
        RecordOfCase.Good(
            "record", "append", record.Folder, "--kind", "report", "--key", key,
            "--file", record.Write("r.yaml", Corrected.Replace("2031-03-10", "2031-03-01", StringComparison.Ordinal)));
        Assert.Equal((9, ""), Row(record));
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "it was a flock of geese", "--key", key);
        Assert.Equal((0, "S-2031-03-01"), Row(record));
    }

    [Theory]
    [InlineData("--published: expected an instant such as", "S-2031-03-01", "yesterday")]
    [InlineData("--published: expected a report or a statement", "T1", "2031-03-03T12:00Z")]
    public void Published_ThatIsWrong_IsRefused(string message, string entry, string published)
    {
        using var record = new RecordOfCase();
        record.Refused(2, message, "record", "append", record.Folder, "--withdraws", entry, "--reason", "x", "--published", published);
    }

    private static (long, string) Row(RecordOfCase record, params string[] more)
    {
        var row = Cli.Json([
            "counts", "--record", record.Folder, "--side", "SS", "--act", "attack.air.uav", "--measure", "launched", "--from", "2031-03-01", "--to", "2031-03-01",
            .. more]).GetProperty("rows")[0];
        return (row.GetProperty("max").GetInt64(), string.Join(' ', row.GetProperty("withdrawn").EnumerateArray().Select(w => w.GetString())));
    }

    private static string Explained(RecordOfCase record)
    {
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-11", "--reason", "no such raid", "--published", "2031-03-13T12:00Z");
        return RecordOfCase.Good("findings", "explain", "S-2031-03-11", "--record", record.Folder);
    }
}
