using System.IO.Compression;
using System.Text.Json;
using Holdfire.Cli.Tests.Records;

namespace Holdfire.Cli.Tests;

/// <summary>The steps of a mission's day, in a case folder and as signed entries of a record.</summary>
public sealed class WorkingDayTests
{
    private const string A = "S-2031-03-01";
    private const string B = "S-2031-03-02";

    [Fact]
    public void Steps_InACaseFolder_AreLinesThatTheQueueGoesBy()
    {
        using var @case = new InventedCase();
        string[] to = ["--case", @case.Folder];
        Good(["queue", "assign", "I-" + A, "--to", "patrol 2", "--due", "2031-03-05T12:00Z", "--by", "duty officer", "--at", "2031-03-03T08:00Z", .. to]);
        Assert.Equal(("assigned", "patrol 2", "2031-03-05T12:00Z"), Stands(A, to));
        Good(["queue", "visit", A, "--by", "patrol 2", "--at", "2031-03-04T08:00Z", "--text", "a crater: 2 m", .. to]);
        Assert.Equal(("visited", "patrol 2", null), Stands(A, to));
        Assert.StartsWith("- {id: V-", File.ReadAllText(Path.Combine(@case.Folder, "steps.yaml")), StringComparison.Ordinal);
        Good("case", "check", @case.Folder);
    }

    [Fact]
    public void Steps_OfTwoReports_AreOfOneEventOnceSomebodySaysSo()
    {
        using var @case = new InventedCase();
        string[] to = ["--case", @case.Folder];
        Good(["queue", "to-verify", A, "--by", "duty officer", "--at", "2031-03-03T08:00Z", .. to]);
        Good(["queue", "assign", B, "--to", "patrol 2", "--by", "duty officer", "--at", "2031-03-03T09:00Z", .. to]);
        Assert.Equal(("to_verify", null, null), Stands(A, to));
        Good(["incidents", "pin", A, B, "--same", "--by", "x", "--reason", "one night", .. to]);
        Assert.Equal(("assigned", "patrol 2", null), Stands(A, to));
        Assert.Equal(("assigned", "patrol 2", null), Stands("I-" + B, to)); // the id that it had before
        Good(["incidents", "unpin", "P1", "--by", "x", "--reason", "two nights", .. to]);
        Assert.Equal(("to_verify", null, null), Stands(A, to));
    }

    [Fact]
    public void AFinding_InARecord_NeedsAnotherKeyToBeApproved()
    {
        using var record = new RecordOfCase();
        string[] to = ["--record", record.Folder];
        var second = record.Write("head.key", "");
        File.Delete(second);
        Good("record", "keys", "register", record.Folder, Good("record", "keys", "new", "head-of-sector", "--out", second).Trim());
        var proposed = Good(["queue", "propose", A, "--standard", "verified", "--actor", "NN", .. to]);
        var id = proposed.Split("step ")[1].Split(',')[0];
        record.Refused(2, "another person, with another key", ["queue", "approve", id, .. to]);
        record.Refused(2, "another person, with another key", ["queue", "approve", id, "--by", "somebody else", .. to]);
        Assert.Equal("proposed", Approval(to));
        Good(["queue", "approve", id, "--key", second, .. to]);
        Assert.Equal("approved", Approval(to));
        Good(["queue", "dissent", id, "--text", "not sure", .. to]);
        var finding = Assert.Single(Shown(A, to).GetProperty("findings").EnumerateArray());
        Assert.Equal("head-of-sector", Assert.Single(finding.GetProperty("approved_by").EnumerateArray()).GetString());
        Assert.Single(finding.GetProperty("dissent_by").EnumerateArray());
        Good("record", "verify", record.Folder);
    }

    // The registrar may register a clerk for a party and the key of phones: neither is a second person of the mission.
    [Theory]
    [InlineData("nn-clerk", "nn-army")]
    [InlineData("unknown-clerk", "not-in-the-case")]
    [InlineData("intake", null)]
    public void AnApproval_ByAPartyOrAServer_DoesNotCount(string holder, string? speaksAs)
    {
        using var record = new RecordOfCase();
        string[] to = ["--record", record.Folder];
        string Key(string name, params string[] speaks)
        {
            var file = record.Write($"{name}.key", "");
            File.Delete(file);
            Good(["record", "keys", "register", record.Folder, Good("record", "keys", "new", name, "--out", file).Trim(), .. speaks]);
            return file;
        }

        var id = Good(["queue", "propose", A, "--standard", "verified", "--actor", "NN", .. to]).Split("step ")[1].Split(',')[0];
        Good(["queue", "approve", id, "--key", Key(holder, speaksAs is null ? [] : ["--speaks-as", speaksAs]), .. to]);
        Assert.Equal("not_counted", Approval(to));
        Assert.Contains($"not approved ({holder} cannot", Good(["queue", "show", A, "--now", "2031-03-09T00:00Z", .. to]), StringComparison.Ordinal);
        Good(["queue", "approve", id, "--key", Key("head-of-sector"), .. to]);
        Assert.Equal("approved", Approval(to));
    }

    [Fact]
    public void AnApproval_EnteredByTheKeyThatProposed_IsOneHand()
    {
        using var record = new RecordOfCase();
        var steps = record.Write("a.yaml", $"{{id: V1, report: {A}, kind: proposed, by: x, at: \"2031-03-03T08:00Z\", standard: verified}}");
        Good("record", "append", record.Folder, "--kind", "step", "--file", steps);
        steps = record.Write("b.yaml", $"{{id: V2, report: {A}, kind: approved, by: y, at: \"2031-03-03T08:00Z\", of: V1}}");
        Good("record", "append", record.Folder, "--kind", "step", "--file", steps);
        Assert.Equal("one_hand", Approval(["--record", record.Folder]));
        steps = record.Write("c.yaml", $"{{id: V3, report: {A}, kind: approved, by: x, at: \"2031-03-03T08:00Z\", of: V1}}");
        record.Refused(2, "someone else than x", "record", "append", record.Folder, "--kind", "step", "--file", steps);
    }

    [Fact]
    public void AQuery_AndItsAnswer_StandNextToTheClaim()
    {
        using var record = new RecordOfCase();
        string[] to = ["--record", record.Folder];
        var sent = Good(["query", "send", "--party", "NN", "--about", A, "--about", "H1.1", "--text", "Were these yours?", "--due", "2031-03-06T00:00Z", "--at", "2031-03-03T08:00Z", .. to]);
        var id = sent.Split("query ")[1].Split(',')[0];
        var waiting = Assert.Single(Cli.Json(["query", "list", "--now", "2031-03-07T12:00Z", .. to]).GetProperty("queries").EnumerateArray());
        Assert.Equal(("overdue", 4), (waiting.GetProperty("state").GetString(), waiting.GetProperty("days_waited").GetInt32()));
        Good(["query", "answer", id, "--text", "No.", "--at", "2031-03-08T08:00Z", .. to]);
        var query = Assert.Single(Shown(A, to).GetProperty("queries").EnumerateArray());
        Assert.Equal(("answered", 5), (query.GetProperty("state").GetString(), query.GetProperty("days_waited").GetInt32()));
        Assert.Equal("No.", Assert.Single(query.GetProperty("replies").EnumerateArray()).GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("such as S-2031-03-01", "queue", "visit", "S-2031-3-01", "--by", "x")]
    [InlineData("--by: expected words", "queue", "visit", A)]
    [InlineData("--due: expected an instant", "queue", "assign", A, "--to", "x", "--due", "tomorrow", "--by", "x")]
    [InlineData("alleged, corroborated or verified", "queue", "propose", A, "--standard", "sure", "--by", "x")]
    [InlineData("--actor: expected one of NN, SS", "queue", "propose", A, "--standard", "verified", "--actor", "XX", "--by", "x")]
    [InlineData("the case has none", "queue", "approve", "V1", "--by", "x")]
    [InlineData("a question; none is recorded", "query", "answer", "Q1", "--text", "No.", "--by", "x")]
    [InlineData("after it was sent", "query", "send", "--party", "NN", "--about", A, "--text", "?", "--at", "2031-03-03T08:00Z", "--due", "2031-03-02T08:00Z", "--by", "x")]
    public void AStep_WithWrongInput_WritesNothing(string message, params string[] arguments)
    {
        using var @case = new InventedCase();
        var files = Directory.GetFiles(@case.Folder).Length;
        var run = Cli.Run([.. arguments, "--case", @case.Folder]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(files, Directory.GetFiles(@case.Folder).Length);
    }

    // To read as somebody and write for all would publish what was read.
    [Fact]
    public void WhatIsEnteredForSome_IsSealed_AndNoCommandTakesALabelThatItDoesNotKeep()
    {
        using var record = new RecordOfCase();
        var folder = Path.Combine(Path.GetDirectoryName(record.Folder)!, "valley");
        Good("record", "init", folder, "--origin", "records.example/valley");
        Good("import", "case", Path.Combine(Cli.Root, "cases", "practice-valley"), "--record", folder);
        Good("query", "send", "--party", "LO", "--about", "B-4", "--text", "whose secret is it", "--due", "2032-05-09T12:00Z", "--by", "officer", "--audience", "party:UP", "--record", folder);
        Good("queue", "visit", "B-4", "--text", "nobody knows", "--by", "patrol", "--audience", "mission", "--record", folder);
        var open = Good("record", "log", folder, "--format", "json") + Good("query", "list", "--record", folder, "--format", "json") + Good("queue", "--record", folder, "--all", "--format", "json");
        Assert.DoesNotContain("whose secret", open, StringComparison.Ordinal);
        Assert.Contains("whose secret", Good("query", "list", "--record", folder, "--audience", "party:UP", "--format", "json"), StringComparison.Ordinal);
        Assert.DoesNotContain("whose secret", Good("query", "list", "--record", folder, "--audience", "party:LO", "--format", "json"), StringComparison.Ordinal);
        Assert.Contains("nobody knows", Good("queue", "show", "B-4", "--record", folder, "--audience", "mission", "--format", "json"), StringComparison.Ordinal);
        foreach (var command in (string[][])
        [
            ["incidents", "pin", "H-1", "H-2", "--same", "--by", "x", "--reason", "y", "--record", folder, "--audience", "mission"], ["incidents", "fit", "--record", folder, "--audience", "mission"],
            ["queue", "visit", "H-1", "--by", "x", "--case", record.Case.Folder, "--audience", "mission"],
        ])
        {
            Assert.Contains("--audience", Cli.Run(command).Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AReport_ThatAsksToBeSeenBySome_IsSealedHoweverItIsEntered()
    {
        using var record = new RecordOfCase();
        const string Text = "{id: HUSH-1, source: ss-army, from: 2031-03-02, to: 2031-03-02, zone: America/Bogota, precision: day, act: attack.air.uav, "
            + "measure: launched, count: 9, areas: X-EAST, alleged_actor: NN, handling: mission, narrative: hush, language: en}\n";
        var run = Cli.RunWith(Text, "record", "append", record.Folder, "--kind", "report", "--file", "-");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("sealed for mission", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", Good("record", "log", record.Folder, "--format", "json"), StringComparison.OrdinalIgnoreCase);
        var kept = Cli.RunWith(Text.Replace("HUSH-1", "HUSH-2", StringComparison.Ordinal), "record", "append", record.Folder, "--kind", "report", "--file", "-", "--outbox", record.Folder + "-outbox");
        Assert.Equal(2, kept.ExitCode);
        Assert.Contains("handling mission", kept.Error, StringComparison.Ordinal);
    }

    // A folder is all of a case; a record shows what is for the mission to the mission alone.
    [Fact]
    public void TheFolderAndItsRecord_GiveTheSameAnswers()
    {
        var valley = Path.Combine(Cli.Root, "cases", "practice-valley");
        using var record = new RecordOfCase();
        var folder = Path.Combine(Path.GetDirectoryName(record.Folder)!, "valley");
        Good("record", "init", folder, "--origin", "records.example/valley");
        Good("import", "case", valley, "--record", folder);
        foreach (var question in (string[][])[["queue"], ["queue", "show", "B-4"], ["query", "list"]])
        {
            string[] asked = [.. question, "--now", "2032-05-05T00:00Z", "--format", "json"];
            Assert.Equal(RecordOfCase.WithoutSize(Good([.. asked, "--case", valley])), RecordOfCase.WithoutSize(Good([.. asked, "--record", folder, "--audience", "mission"])).Replace("\"audience\": \"mission\"", "\"audience\": \"public\"", StringComparison.Ordinal));
        }

        // A bundle of a report has its steps, and nothing about others; the question about it asks about one of the mission too, and is not for all.
        var bundle = folder + ".zip";
        Good("bundle", "create", "--record", folder, "--report", "H-1", "--out", bundle);
        using var zip = ZipFile.OpenRead(bundle);
        var texts = zip.Entries.Where(e => e.FullName.StartsWith("entries/", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }).ToList();
        Assert.All(["V5"], id => Assert.Contains(texts, t => t.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal)));
        Assert.All(["V1", "Q1", "Q2", "A2"], id => Assert.DoesNotContain(texts, t => t.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal)));
    }

    private static string Good(params string[] arguments) => RecordOfCase.Good(arguments);

    private static JsonElement Shown(string id, string[] from) => Cli.Json(["queue", "show", id, "--now", "2031-03-09T00:00Z", .. from]);

    private static (string? State, string? Assigned, string? Due) Stands(string id, string[] from)
    {
        var item = Shown(id, from).GetProperty("item");
        return (item.GetProperty("state").GetString(), item.GetProperty("assigned").GetString(), item.GetProperty("due").GetString());
    }

    private static string? Approval(string[] from) => Assert.Single(Shown(A, from).GetProperty("findings").EnumerateArray()).GetProperty("approval").GetString();
}
