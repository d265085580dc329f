namespace Holdfire.Cli.Tests.Records;

public sealed class RecordChangeTests
{
    private const string Report = """
        id: S-2031-03-01
        source: ss-army
        from: 2031-03-01
        to: 2031-03-01
        zone: America/Bogota
        precision: day
        act: attack.air.uav
        measure: launched
        count: 7
        areas: X-EAST
        alleged_actor: NN
        """;

    [Fact]
    public void Import_Again_AddsNothing()
    {
        using var record = new RecordOfCase();
        var size = record.Size;
        Assert.Contains("0 entries added, 0 corrected", RecordOfCase.Good("import", "case", record.Case.Folder, "--record", record.Folder), StringComparison.Ordinal);
        Assert.Equal(size, record.Size);
    }

    [Fact]
    public void Import_ChangedCase_CorrectsAndWithdraws()
    {
        using var record = new RecordOfCase();
        var file = Path.Combine(record.Case.Folder, "reports", "claims.csv");
        string[] lines = [.. File.ReadAllLines(file).Where(l => !l.StartsWith("S-2031-03-05", StringComparison.Ordinal))];
        File.WriteAllLines(file, lines.Select(l => l.StartsWith("S-2031-03-01", StringComparison.Ordinal) ? l.Replace(",4,", ",6,", StringComparison.Ordinal) : l));
        Assert.Contains(
            "0 entries added, 1 corrected, ", RecordOfCase.Good("import", "case", record.Case.Folder, "--record", record.Folder), StringComparison.Ordinal);
        Assert.Contains(
            "0 corrected, ", RecordOfCase.Good("import", "case", record.Case.Folder, "--record", record.Folder, "--withdraw-missing"), StringComparison.Ordinal);
        Assert.Equal(6, record.Claimed());
        Assert.Equal(
            RecordOfCase.Good("counts", "--case", record.Case.Folder, "--side", "SS", "--act", "attack", "--measure", "launched", "--from", "2031-02-10", "--to", "2031-03-12", "--by", "day"),
            RecordOfCase.WithoutSize(RecordOfCase.Good("counts", "--record", record.Folder, "--side", "SS", "--act", "attack", "--measure", "launched", "--from", "2031-02-10", "--to", "2031-03-12", "--by", "day")));
        RecordOfCase.Good("record", "verify", record.Folder);
    }

    [Fact]
    public void Append_Correction_ChangesTheCountAndLeavesTheOldEntry()
    {
        using var record = new RecordOfCase();
        Assert.Equal(4, record.Claimed());
        RecordOfCase.Good(
            "record", "append", record.Folder, "--corrects", "S-2031-03-01", "--file", record.Write("r.yaml", Report), "--reason", "a second list");
        Assert.Equal(7, record.Claimed());
        var shown = RecordOfCase.Good("record", "show", record.Folder, "S-2031-03-01");
        Assert.Contains("\"count\": \"4\"", shown, StringComparison.Ordinal);
        Assert.Contains("\"count\": \"7\"", shown, StringComparison.Ordinal);
        Assert.Contains("corrected by entry", shown, StringComparison.Ordinal);
        Assert.Contains("entered by clerk, attributed to ss-army", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Append_Withdrawal_TakesTheReportOutAndShowsItStill()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "entered by mistake");
        Assert.Equal(0, record.Claimed());
        var withdrawn = Cli.Json("record", "log", record.Folder, "--most", "1000").GetProperty("entries").EnumerateArray()
            .Single(e => e.GetProperty("standing").GetString() == "withdrawn");
        Assert.Equal("S-2031-03-01", withdrawn.GetProperty("id").GetString());
    }

    [Fact]
    public void Append_BySource_IsSignedByTheSource()
    {
        using var record = new RecordOfCase();
        var key = record.Write("none", "")[..^4] + "army.key";
        var vkey = RecordOfCase.Good("record", "keys", "new", "army-of-the-south", "--out", key).Trim();
        RecordOfCase.Good("record", "keys", "register", record.Folder, vkey, "--speaks-as", "ss-army");
        RecordOfCase.Good(
            "record", "append", record.Folder, "--kind", "report", "--key", key,
            "--file", record.Write("r.yaml", Report.Replace("S-2031-03-01", "S-own", StringComparison.Ordinal)));
        Assert.Contains("signed by the source ss-army", RecordOfCase.Good("record", "show", record.Folder, "S-own"), StringComparison.Ordinal);
        var id = Cli.Json("record", "keys", "list", record.Folder).GetProperty("keys").EnumerateArray()
            .Single(k => k.GetProperty("holder").GetString() == "army-of-the-south").GetProperty("key").GetString()!;
        RecordOfCase.Good("record", "keys", "revoke", record.Folder, id, "--reason", "lost");
        record.Refused(
            2, "revoked by entry", "record", "append", record.Folder, "--withdraws", "S-own", "--reason", "x", "--key", key);
        RecordOfCase.Good("record", "verify", record.Folder);
    }

    [Fact]
    public void Append_Protected_CountsOnlyOnceDisclosedAndCanBeErased()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "entered openly by mistake");
        RecordOfCase.Good(
            "record", "append", record.Folder, "--kind", "report", "--protected",
            "--file", record.Write("r.yaml", Report.Replace("S-2031-03-01", "S-secret", StringComparison.Ordinal)));
        var entry = (long.Parse(record.Size, System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(0, record.Claimed());
        Assert.DoesNotContain("S-secret", RecordOfCase.Good("record", "show", record.Folder, entry), StringComparison.Ordinal);
        Assert.Contains("S-secret", RecordOfCase.Good("record", "show", record.Folder, entry, "--with-protected"), StringComparison.Ordinal);
        RecordOfCase.Good("record", "disclose", record.Folder, entry);
        Assert.Equal(7, record.Claimed());
        RecordOfCase.Good("record", "verify", record.Folder);
        RecordOfCase.Good("record", "append", record.Folder, "--erases", entry, "--reason", "the source asked for it");
        Assert.Equal(0, record.Claimed());
        Assert.Contains("1 said to be destroyed", RecordOfCase.Good("record", "verify", record.Folder), StringComparison.Ordinal);
        Assert.Contains("content erased by entry", RecordOfCase.Good("record", "show", record.Folder, entry), StringComparison.Ordinal);
    }

    [Fact]
    public void Append_Erasure_WithoutDisclosure_DestroysAndCanBeSaidAgain()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "attachment", "--protected", "--file", record.Write("face.jpg", "a face"));
        var entry = (long.Parse(record.Size, System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("is destroyed here", RecordOfCase.Good("record", "append", record.Folder, "--erases", entry, "--reason", "court order"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(record.Private, "attachments")));
        var size = record.Size;
        Assert.Contains("is erased already", RecordOfCase.Good("record", "append", record.Folder, "--erases", entry, "--reason", "again"), StringComparison.Ordinal);
        Assert.Equal(size, record.Size);
        RecordOfCase.Good("record", "verify", record.Folder);
    }

    [Fact]
    public void Import_OfRows_GoesIntoARecordAsIntoACase()
    {
        using var @case = new ImportCase();
        var file = @case.Csv("claims.csv", ImportCase.RuHeader, ImportCase.RuWhole1, ImportCase.RuWhole2, ImportCase.RuAbout, "RU-9,bad");
        var record = @case.Folder + "-record";
        RecordOfCase.Good("record", "init", record);
        RecordOfCase.Good("import", "case", @case.Folder, "--record", record);
        var into = Cli.Run("import", "ru-mod", file, "--record", record);
        Assert.Equal(3, into.ExitCode);
        var rejects = File.ReadAllText(file + ".rejected.csv");
        Assert.Equal(into, @case.Import("ru-mod", file));
        Assert.Equal(rejects, File.ReadAllText(file + ".rejected.csv"));
        string[] counts = ["counts", "--side", "RU", "--act", "attack", "--measure", "destroyed", "--from", "2025-05-01", "--to", "2025-05-31", "--by", "day"];
        Assert.Equal(RecordOfCase.Good([.. counts, "--case", @case.Folder]), RecordOfCase.WithoutSize(RecordOfCase.Good([.. counts, "--record", record])));
        Assert.Contains("0 rows added", Cli.Run("import", "ru-mod", file, "--record", record).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_LearntFromARecord_AreKeptInItAndUsed()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("incidents", "fit", "--record", record.Folder);
        Assert.Contains("already", RecordOfCase.Good("incidents", "fit", "--record", record.Folder), StringComparison.Ordinal);
        var version = Cli.Json("record", "log", record.Folder, "--kind", "parameters").GetProperty("entries")[0].GetProperty("id").GetString();
        Assert.All(
            [["incidents"], ["findings"], ["assess", "--counts"]],
            (string[] query) => Assert.Equal(version, Cli.Json([.. query, "--record", record.Folder]).GetProperty("parameters").GetString()));
        RecordOfCase.Good("record", "verify", record.Folder);
        Assert.Equal(1, Cli.Run("incidents", "fit", "--case", record.Case.Folder).ExitCode);
    }

    [Fact]
    public async Task Parameters_ThatCannotBeRead_GiveWayToThoseBefore_WhichTheAnswerSays()
    {
        using var record = new RecordOfCase();
        var shipped = Cli.Json("incidents", "--record", record.Folder).GetProperty("parameters").GetString();
        var first = await Enter("no-set", "{\"version\": 3}");
        Assert.Equal($"{shipped}, since that of entry {first} cannot be read", Cli.Json("incidents", "--record", record.Folder).GetProperty("parameters").GetString());
        RecordOfCase.Good("incidents", "fit", "--record", record.Folder);
        var version = Cli.Json("record", "log", record.Folder, "--kind", "parameters").GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("id").GetString()).Single(id => id != "no-set");
        Assert.Equal(version, Cli.Json("findings", "--record", record.Folder).GetProperty("parameters").GetString());
        var second = await Enter("none-either", "garbage");
        Assert.All(
            [["incidents"], ["findings"], ["assess", "--counts"]],
            (string[] query) => Assert.Equal($"{version}, since that of entry {second} cannot be read", Cli.Json([.. query, "--record", record.Folder]).GetProperty("parameters").GetString()));

        // A bundle holds both sets, and is recomputed by the same one.
        var bundle = Path.Combine(record.Case.Folder, "incidents.zip");
        RecordOfCase.Good("bundle", "create", "--record", record.Folder, "--out", bundle, "--", "incidents");
        RecordOfCase.Good("bundle", "verify", bundle);

        Task<long> Enter(string id, string text)
        {
            var hash = new Holdfire.Record.Protection.ContentFolder(record.Folder).Attach(System.Text.Encoding.UTF8.GetBytes(text), forAll: true);
            return record.Enter("clerk", Holdfire.Record.Entries.EntryKind.Parameters, System.Text.Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\",\"sha256\":\"{hash}\"}}"));
        }
    }

    [Fact]
    public void Attachment_IsCheckedByItsHash()
    {
        using var record = new RecordOfCase();
        var photo = record.Write("photo.jpg", "not really");
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "attachment", "--file", photo, "--media-type", "image/jpeg", "--source", "ss-army");
        Assert.Contains("attachments: 1 here", RecordOfCase.Good("record", "verify", record.Folder), StringComparison.Ordinal);
        var kept = Directory.GetFiles(Path.Combine(record.Folder, "attachments")).Single();
        File.AppendAllText(kept, "!");
        var verified = Cli.Run("record", "verify", record.Folder);
        Assert.Equal(5, verified.ExitCode);
        Assert.Contains(Path.GetFileName(kept), verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_Entry_IsATlogProof()
    {
        using var record = new RecordOfCase();
        var proof = RecordOfCase.Good("record", "prove", record.Folder, "S-2031-03-01");
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nindex ", proof, StringComparison.Ordinal);
        Assert.EndsWith(File.ReadAllText(Path.Combine(record.Folder, "checkpoint")), proof, StringComparison.Ordinal);
        Assert.NotEmpty(RecordOfCase.Good("record", "prove", record.Folder, "--since", "3"));
    }
}
