using System.Text.Json;

namespace Holdfire.Cli.Tests.Records;

/// <summary>What a record held at a size or an instant is answered as it was then.</summary>
public sealed class RecordedAtTests
{
    private static readonly string[] Queries = ["truces", "audit"];

    private static readonly string Record = Path.Combine(Cli.Root, "tests", "compat", "record");

    [Fact]
    public void Answers_AtASizeThatTheRecordHasOutgrown_AreTheBytesOfThen()
    {
        var root = Directory.CreateTempSubdirectory("holdfire-at-").FullName;
        var folder = Path.Combine(root, "record");
        Done("record", "init", folder, "--origin", "records.example/at");
        Done("import", "case", Path.Combine(Cli.Root, "tests", "compat", "case"), "--record", folder);
        string[] witness = ["--state", Path.Combine(root, "state"), "--key", Path.Combine(root, "witness.key")];
        File.WriteAllText(Path.Combine(folder, "witnesses"), Done(["witness", "init", "--name", "witness.example/a", .. witness]));
        Done(["witness", "cosign", folder, .. witness]);
        var printed = Queries.ToDictionary(q => q, q => Done([q, .. Now(q), "--record", folder, "--format", "json"]));
        var size = SizeOf(printed["truces"]);

        Done("record", "append", folder, "--withdraws", $"{size - 1}", "--reason", "entered twice");
        Assert.Equal(size + 1, SizeOf(Done("truces", "--record", folder, "--format", "json")));
        foreach (var query in Queries)
        {
            Assert.Equal(printed[query], Done([query, .. Now(query), "--record", folder, "--recorded-at", $"{size}", "--format", "json"]));
        }

        var coordinates = Cli.Json("truces", "--record", folder, "--recorded-at", "2100-01-01T00:00Z").GetProperty("coordinates");
        Assert.Equal(size, coordinates.GetProperty("recorded_at").GetInt64());
        Assert.Equal("cosigned", coordinates.GetProperty("recorded_by").GetProperty("basis").GetString());
        var before = Cli.Run("truces", "--record", folder, "--recorded-at", "1990-01-01T00:00Z");
        Assert.Contains("an instant by which a witness had cosigned the record", before.Error, StringComparison.Ordinal);
        Directory.Delete(root, recursive: true);

        // What is in force hangs on the clock where no instant is given.
        static string[] Now(string query) => query == "truces" ? ["--now", "2031-03-12T00:00Z"] : [];
    }

    [Fact]
    public void AnInstant_WithoutWitnesses_IsTurnedIntoASizeByTheEntriesOwnTimes_AndTheAnswerSaysSo()
    {
        var coordinates = Cli.Json("truces", "--record", Record, "--recorded-at", "2100-01-01T00:00Z").GetProperty("coordinates");
        Assert.Equal(370, coordinates.GetProperty("recorded_at").GetInt64());
        Assert.Equal("made", coordinates.GetProperty("recorded_by").GetProperty("basis").GetString());
        Assert.Contains("no witness cosigned the record", Done("truces", "--record", Record, "--recorded-at", "2100-01-01T00:00Z"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "a size from 1 to 370")]
    [InlineData("371", "a size from 1 to 370")]
    [InlineData("yesterday", "an instant in UTC")]
    [InlineData("1990-01-01T00:00Z", "an instant after the first entry was made")]
    public void WhatTheRecordNeverHeld_IsOneClearLine(string at, string says)
    {
        var run = Cli.Run("truces", "--record", Record, "--recorded-at", at);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("holdfire: --recorded-at: expected", run.Error, StringComparison.Ordinal);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ACaseFolder_HasNoSizes()
    {
        var run = Cli.Run("truces", "--case", Cli.BuiltInCase, "--recorded-at", "3");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--record", run.Error, StringComparison.Ordinal);
    }

    private static long SizeOf(string answer) =>
        JsonDocument.Parse(answer).RootElement.GetProperty("coordinates").GetProperty("recorded_at").GetInt64();

    private static string Done(params string[] arguments)
    {
        var run = Cli.Run(arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)}: {run.Error}");
        return run.Output;
    }
}
