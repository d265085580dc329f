using System.Globalization;
using System.Text;
using System.Text.Json;
using Holdfire.Record;
using Holdfire.Record.Entries;

namespace Holdfire.Cli.Tests.Records;

/// <summary>What the commands let into a record, refuse, and say of what was changed.</summary>
public sealed class RecordDoorTests
{
    private const string Hidden = """
        {id: HID-1, source: ss-army, from: 2031-03-02, to: 2031-03-02, zone: America/Bogota, precision: day, act: attack.air.uav,
         measure: launched, count: 9, areas: X-EAST, alleged_actor: NN}
        """;

    [Fact]
    public void Ids_AreThoseOfTheLog_WhateverIsInTheFolder()
    {
        using var record = new RecordOfCase();
        File.WriteAllText(Path.Combine(record.Folder, "index.sqlite"), "whatever someone put there");
        Assert.Contains("index.sqlite: a stray file", RecordOfCase.Good("record", "verify", record.Folder), StringComparison.Ordinal);
        var said = RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "entered by mistake");
        Assert.Matches("record: withdrawing entry [0-9]+, report S-2031-03-01, entered by clerk, attributed to ss-army", said);
        RecordOfCase.Good("record", "reindex", record.Folder);
        Assert.True(File.Exists(Path.Combine(record.Private, "index.sqlite")));
    }

    [Fact]
    public void KeyThatOthersCanRead_IsNamed()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions");
            return;
        }

        using var record = new RecordOfCase();
        var key = Path.Combine(record.Private, "keys", "clerk.key");
        string[] withdraw = ["record", "append", record.Folder, "--reason", "entered by mistake", "--withdraws"];
        Assert.DoesNotContain("chmod", Cli.Run([.. withdraw, "S-2031-03-01"]).Error, StringComparison.Ordinal);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var run = Cli.Run([.. withdraw, "S-2031-03-10"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"run: chmod 600 {key}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawn_IsFoundByItsId_WithWhatWithdrewIt()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "entered by mistake");
        var shown = RecordOfCase.Good("record", "show", record.Folder, "S-2031-03-01");
        Assert.Contains("withdrawn by entry", shown, StringComparison.Ordinal);
        Assert.Contains("entered by mistake", shown, StringComparison.Ordinal);
        Assert.Contains("S-2031-03-01", RecordOfCase.Good("record", "log", record.Folder, "--kind", "withdrawal"), StringComparison.Ordinal);
        record.Refused(2, "withdrawn by entry", "record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "again");
        Assert.Equal(int.Parse(record.Size, CultureInfo.InvariantCulture), Cli.Json("record", "log", record.Folder).GetProperty("entries").GetArrayLength());
    }

    [Fact]
    public void Import_ThatWouldUndo_IsRefusedUntilYes()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "entered by mistake");
        record.Refused(6, "would undo the withdrawal of report S-2031-03-01", "import", "case", record.Case.Folder, "--record", record.Folder);
        record.Refused(6, "", "import", "case", record.Case.Folder, "--record", record.Folder, "--dry-run");
        Assert.Contains("1 entries added", RecordOfCase.Good("import", "case", record.Case.Folder, "--record", record.Folder, "--yes"), StringComparison.Ordinal);
        Assert.Equal(4, record.Claimed());
    }

    [Fact]
    public void Protected_IsNotNamedInTheOpen_NorPublishedByAnImport()
    {
        using var record = new RecordOfCase();
        var hidden = record.Write("hidden.yaml", Hidden);
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "report", "--protected", "--file", hidden);
        var entry = (long.Parse(record.Size, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);
        var open = record.Write("open.yaml", Hidden.Replace("id: HID-1", "id: OPEN-1, quotes: HID-1", StringComparison.Ordinal));
        record.Refused(2, "who see no protected content", "record", "append", record.Folder, "--kind", "report", "--file", open);
        record.Refused(2, "expected a report id that is not in use", "record", "append", record.Folder, "--kind", "report", "--file", hidden);
        record.Refused(2, "found that of entry", "record", "append", record.Folder, "--kind", "case", "--protected", "--file", hidden);

        var rows = Path.Combine(record.Case.Folder, "reports", "claims.csv");
        var text = File.ReadAllText(rows);
        var row = text.Split("\r\n").First(l => l.StartsWith("S-2031-03-01,", StringComparison.Ordinal)).Replace("S-2031-03-01,", "HID-1,", StringComparison.Ordinal);
        File.WriteAllText(rows, text + row + "\r\n");
        record.Refused(2, $"record disclose {record.Folder} {entry}", "import", "case", record.Case.Folder, "--record", record.Folder);
        RecordOfCase.Good("record", "disclose", record.Folder, entry);
        RecordOfCase.Good("truces", "--record", record.Folder);
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "report", "--file", open);
    }

    [Fact]
    public void Protected_ThatWasWithdrawn_IsNotPublishedByAnImport()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "report", "--protected", "--file", record.Write("hidden.yaml", Hidden));
        var entry = (long.Parse(record.Size, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", entry, "--reason", "it was none");
        var rows = Path.Combine(record.Case.Folder, "reports", "claims.csv");
        var text = File.ReadAllText(rows);
        var row = text.Split("\r\n").First(l => l.StartsWith("S-2031-03-01,", StringComparison.Ordinal)).Replace("S-2031-03-01,", "HID-1,", StringComparison.Ordinal);
        File.WriteAllText(rows, text + row + "\r\n");
        record.Refused(2, $"which entry {entry} held protected and which was withdrawn", "import", "case", record.Case.Folder, "--record", record.Folder, "--yes");
    }

    [Fact]
    public void Attachment_ThatAnotherEntryNames_StaysAndIsSaidToStay()
    {
        using var record = new RecordOfCase();
        var photo = record.Write("photo.jpg", "not really a photo");
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "attachment", "--protected", "--file", photo);
        var first = int.Parse(record.Size, CultureInfo.InvariantCulture) - 1;
        var said = RecordOfCase.Good("record", "disclose", record.Folder, $"{first}");
        Assert.Contains("it stays in " + Path.Combine(record.Private, "attachments"), said, StringComparison.Ordinal);
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "attachment", "--file", photo);
        Assert.DoesNotContain("it stays", RecordOfCase.Good("record", "disclose", record.Folder, $"{first}"), StringComparison.Ordinal);
        Assert.Contains(
            $"is NOT destroyed: entry {first + 1} names it too", RecordOfCase.Good("record", "append", record.Folder, "--erases", $"{first}", "--reason", "asked for"), StringComparison.Ordinal);
    }

    [Fact]
    public void Erased_ThatIsPutBack_IsTakenByNoReader()
    {
        using var record = new RecordOfCase();
        var without = ClaimedHidden(record);
        Assert.NotEqual("9", without);
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "report", "--protected", "--file", record.Write("hidden.yaml", Hidden));
        var entry = Last(record);
        RecordOfCase.Good("record", "disclose", record.Folder, entry);
        Assert.Equal("9", ClaimedHidden(record));
        var file = Directory.GetFiles(Path.Combine(record.Folder, "disclosed")).Single();
        var secret = Directory.GetFiles(Path.Combine(record.Private, "protected")).Single();
        var copy = File.ReadAllBytes(file);
        var size = record.Size;
        RecordOfCase.Good("record", "append", record.Folder, "--erases", entry, "--reason", "asked for");
        Assert.Equal(without, ClaimedHidden(record));
        File.WriteAllBytes(file, copy);
        File.WriteAllBytes(secret, copy);

        Assert.Equal(without, ClaimedHidden(record));
        Assert.Equal(without, ClaimedHidden(record, "--recorded-at", size));
        Assert.Contains("(the content is erased)", RecordOfCase.Good("record", "show", record.Folder, entry, "--with-protected"), StringComparison.Ordinal);
        record.Refused(2, "expected a content that is not erased", "record", "disclose", record.Folder, entry);
        var bundle = record.Write("counts.zip", "");
        File.Delete(bundle);
        RecordOfCase.Good(
            "bundle", "create", "--record", record.Folder, "--out", bundle, "--", "counts", "--side", "SS", "--act", "attack.air.uav", "--measure", "launched",
            "--from", "2031-03-02", "--to", "2031-03-02");
        using var zip = System.IO.Compression.ZipFile.OpenRead(bundle);
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("disclosed/", StringComparison.Ordinal));
        Assert.Equal(5, Cli.Run("record", "verify", record.Folder).ExitCode);
    }

    [Fact]
    public void ErasedPhoto_ThatIsPutBack_IsNotServed()
    {
        using var record = new RecordOfCase();
        var photo = record.Write("photo.jpg", "not really a photo");
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "attachment", "--protected", "--file", photo);
        var (entry, kept) = (Last(record), Directory.GetFiles(Path.Combine(record.Private, "attachments")).Single());
        var hash = Path.GetFileName(kept);
        RecordOfCase.Good("record", "disclose", record.Folder, entry);
        var content = Directory.GetFiles(Path.Combine(record.Folder, "disclosed")).Single();
        var copy = File.ReadAllBytes(content);
        Assert.True(Server.ServedRecord.Open(record.Folder).NamesFile(hash));
        RecordOfCase.Good("record", "append", record.Folder, "--erases", entry, "--reason", "asked for");
        File.WriteAllBytes(content, copy);
        Directory.CreateDirectory(Path.Combine(record.Folder, "attachments"));
        File.Copy(photo, Path.Combine(record.Folder, "attachments", hash));
        Assert.False(Server.ServedRecord.Open(record.Folder).NamesFile(hash));
    }

    [Fact]
    public void DryRun_ThatWouldWithdraw_HasACodeOfItsOwn()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "report", "--file", record.Write("hand.yaml", Hidden));
        string[] import = ["import", "case", record.Case.Folder, "--record", record.Folder, "--withdraw-missing", "--dry-run"];
        record.Refused(6, "", import);
        RecordOfCase.Good([.. import, "--yes"]);
    }

    [Fact]
    public void Disclosed_ThatIsDamaged_IsNamedInOneLine()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("record", "append", record.Folder, "--kind", "report", "--protected", "--file", record.Write("hidden.yaml", Hidden));
        var entry = (long.Parse(record.Size, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);
        RecordOfCase.Good("record", "disclose", record.Folder, entry);
        var file = Directory.GetFiles(Path.Combine(record.Folder, "disclosed")).Single();
        File.WriteAllText(file, "{}");
        record.Refused(5, Path.GetFileName(file), "record", "show", record.Folder, entry);
        record.Refused(5, Path.GetFileName(file), "truces", "--record", record.Folder);
    }

    [Fact]
    public void SetAside_OfWhatCanBeRead_IsRefused()
    {
        using var record = new RecordOfCase();
        record.Refused(2, "which can; its submitter or its source takes it back", "record", "append", record.Folder, "--sets-aside", "S-2031-03-01", "--reason", "a test entry");
        record.Refused(2, "which can;", "record", "append", record.Folder, "--sets-aside", "ss-army", "--reason", "a test entry");
        Assert.Equal(4, record.Claimed());
    }

    [Fact]
    public async Task SetAside_ByTheRegistrar_IsNamedInEveryAnswer_ShownAndUndone()
    {
        using var record = new RecordOfCase();
        // A registrar with a program of its own can set aside what can be read, and whoever asks is told.
        var target = RecordReader.Open(record.Folder).Value.Ledger.Find(EntryKind.Report, "S-2031-03-01")!.Value;
        var entry = await record.Enter("registrar", EntryKind.SetAside, ItemContents.Change(RecordReader.Open(record.Folder).Value.Entry(target).Leaf, "a test entry"));
        Assert.Equal(0, record.Claimed());
        string[] counts = ["counts", "--record", record.Folder, "--side", "SS", "--act", "attack.air.uav", "--measure", "launched", "--from", "2031-03-01", "--to", "2031-03-01"];
        var aside = Cli.Json(counts).GetProperty("coordinates").GetProperty("set_aside")[0];
        Assert.Equal($$"""{"entry":{{target}},"kind":"report","id":"S-2031-03-01","by":"registrar","reason":"a test entry"}""", JsonSerializer.Serialize(aside));
        var line = $"entry {target}, report S-2031-03-01, by the registrar: a test entry";
        Assert.Contains($"Set aside, and not in this answer: {line}", RecordOfCase.Good(counts), StringComparison.Ordinal);
        Assert.Contains(line, Cli.Run("incidents", "--record", record.Folder).Error, StringComparison.Ordinal);
        var page = record.Write("page.html", "");
        RecordOfCase.Good("report", "--record", record.Folder, "--out", page);
        Assert.Matches("Set aside, and not in this report.*2031-03-01.*by the registrar: a test entry", File.ReadAllText(page));

        Assert.Contains($"set aside by entry {entry}", RecordOfCase.Good("record", "show", record.Folder, "S-2031-03-01"), StringComparison.Ordinal);
        RecordOfCase.Good("import", "case", record.Case.Folder, "--record", record.Folder);
        RecordOfCase.Good(
            "record", "append", record.Folder, "--withdraws", entry.ToString(CultureInfo.InvariantCulture), "--reason", "it was none", "--key",
            Path.Combine(record.Private, "keys", "registrar.key"));
        Assert.Equal(4, record.Claimed());
        RecordOfCase.Good("record", "verify", record.Folder);
    }

    [Fact]
    public async Task SetAside_OfWhatCannotBeRead_IsAllowed_AndDependentsAreCounted()
    {
        using var record = new RecordOfCase();
        const string Report = """{"act":"attack.air.uav","alleged_actor":"NN","areas":"X-EAST","count":"1","from":"2031-03-02","id":"D0","measure":"launched","precision":"day","quotes":"GARBAGE","source":"ss-army","to":"2031-03-02","zone":"America/Bogota"}""";
        var garbage = await record.Enter("clerk", EntryKind.Report, Encoding.UTF8.GetBytes("""{"id":"GARBAGE","source":"ss-army"}"""));
        for (var i = 0; i < 8; i++)
        {
            await record.Enter("clerk", EntryKind.Report, Encoding.UTF8.GetBytes(Report.Replace("D0", $"D{i}", StringComparison.Ordinal)));
        }

        var said = Cli.Run("truces", "--record", record.Folder);
        Assert.Equal(0, said.ExitCode);
        Assert.Contains($"entry {garbage}, report GARBAGE: expected", said.Error, StringComparison.Ordinal);
        Assert.Contains("and 4 more; holdfire record log names each", said.Error, StringComparison.Ordinal);
        Assert.Equal(9, Cli.Json("truces", "--record", record.Folder).GetProperty("coordinates").GetProperty("set_aside").GetArrayLength());
        RecordOfCase.Good("record", "append", record.Folder, "--sets-aside", "GARBAGE", "--reason", "no report");
        RecordOfCase.Good("record", "append", record.Folder, "--sets-aside", "D3", "--reason", "it rests on no report");
    }

    [Fact]
    public async Task Withdrawal_AtATimeThatIsNone_StopsNoBundle()
    {
        using var record = new RecordOfCase();
        var stored = RecordReader.Open(record.Folder).Value;
        var leaf = stored.Entry(stored.Ledger.Find(EntryKind.Report, "S-2031-03-01")!.Value).Leaf;
        var entry = await record.Enter("clerk", EntryKind.Withdrawal, ItemContents.Change(leaf, "none", "garbage"));
        var bundle = record.Write("b.zip", "") + ".bundle";
        var run = Cli.Run(
            "bundle", "create", "--record", record.Folder, "--out", bundle, "--", "counts", "--side", "SS", "--act", "attack.air.uav", "--measure", "launched",
            "--from", "2031-03-01", "--to", "2031-03-01");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"entry {entry}, withdrawal: published: expected an instant", run.Error, StringComparison.Ordinal);
        RecordOfCase.Good("bundle", "verify", bundle);
    }

    [Fact]
    public async Task Import_OfAnIdThatAnotherHolds_NamesItAndEntersTheRest()
    {
        using var record = new RecordOfCase();
        var squat = Encoding.UTF8.GetBytes("""{"act":"attack.air.uav","alleged_actor":"NN","areas":"X-EAST","count":"1","from":"2031-03-02","id":"NEW-1","measure":"launched","precision":"day","source":"ss-army","to":"2031-03-02","zone":"America/Bogota"}""");
        var entry = await record.Enter("registrar", EntryKind.Report, squat);
        var holder = RecordReader.Open(record.Folder).Value.Ledger[entry].Submitter;
        var rows = Path.Combine(record.Case.Folder, "reports", "claims.csv");
        var text = File.ReadAllText(rows);
        var row = text.Split("\r\n").First(l => l.StartsWith("S-2031-03-01,", StringComparison.Ordinal));
        File.WriteAllText(rows, text + row.Replace("S-2031-03-01,", "NEW-1,", StringComparison.Ordinal) + "\r\n" + row.Replace("S-2031-03-01,", "NEW-2,", StringComparison.Ordinal) + "\r\n");
        string[] import = ["import", "case", record.Case.Folder, "--record", record.Folder];
        record.Refused(3, "", [.. import, "--dry-run"]);
        var run = Cli.Run(import);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"left out: report NEW-1, whose id {holder} holds by entry {entry}", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 entries added, 0 corrected", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 left out", run.Output, StringComparison.Ordinal);
        Assert.Equal(8, record.Claimed());
    }

    [Fact]
    public async Task ImportOfATable_OfAnIdThatAnotherHolds_WarnsThatItIsNotInTheRecord()
    {
        using var record = new RecordOfCase();
        await record.Enter("registrar", EntryKind.Report, Encoding.UTF8.GetBytes("""{"count":"soon","id":"D-1","source":"ss-army"}"""));
        RecordOfCase.Good("record", "append", record.Folder, "--sets-aside", "D-1", "--reason", "garbage");
        var file = record.Write("rows.csv", "Nr;Day;Kind;Where\n1;10/03/2031;Shelling;Z1\n2;11/03/2031;Shelling;Z1\n");
        var map = record.Write("map.yaml", "source: diary\nid_prefix: D-\ndate_format: dd/MM/yyyy\ncolumns: {id: Nr, from: Day, act: Kind, areas: Where}\nvalues: {act: {Shelling: attack.shelling}}\nareas: {Z1: X-EAST}\n");
        var run = Cli.Run("import", "table", file, "--map", map, "--record", record.Folder);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("left out: report D-1, whose id", run.Error, StringComparison.Ordinal);
        Assert.Contains("import: WARNING: 1 of the items do NOT go into the record", run.Error, StringComparison.Ordinal);
        Assert.NotNull(RecordReader.Open(record.Folder).Value.Ledger.Find(EntryKind.Report, "D-2"));
    }

    [Fact]
    public async Task Correction_SetAside_IsShownBesideTheVersionThatStandsAgain()
    {
        using var record = new RecordOfCase();
        var stored = RecordReader.Open(record.Folder).Value;
        var first = stored.Entry(stored.Ledger.Find(EntryKind.Report, "S-2031-03-01")!.Value);
        await record.Enter("clerk", EntryKind.Correction, ItemContents.Correction(first.Leaf, EntryKind.Report, Encoding.UTF8.GetBytes("""{"count":"soon","id":"S-2031-03-01","source":"ss-army"}"""), "misread"));
        Assert.Equal(4, record.Claimed());
        RecordOfCase.Good("record", "append", record.Folder, "--sets-aside", "S-2031-03-01", "--reason", "no count");
        Assert.Equal(4, record.Claimed());
        var shown = RecordOfCase.Good("record", "show", record.Folder, "S-2031-03-01");
        Assert.Contains("stands again, since entry", shown, StringComparison.Ordinal);
        var bundle = record.Write("b.zip", "") + ".bundle";
        RecordOfCase.Good(
            "bundle", "create", "--record", record.Folder, "--out", bundle, "--", "counts", "--side", "SS", "--act", "attack.air.uav", "--measure", "launched",
            "--from", "2031-03-01", "--to", "2031-03-01");
        Assert.Contains("Set aside by the registrar, and not in it: 1", RecordOfCase.Good("bundle", "verify", bundle), StringComparison.Ordinal);
    }

    private static string Last(RecordOfCase record) => (long.Parse(record.Size, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);

    // The least that its side claims for the hours of the hidden report.
    private static string ClaimedHidden(RecordOfCase record, params string[] more) => Cli.Json(
        [
            "counts", "--record", record.Folder, "--side", "SS", "--act", "attack.air.uav", "--measure", "launched", "--from", "2031-03-02", "--to", "2031-03-02", .. more,
        ]).GetProperty("rows")[0].GetProperty("min").GetRawText();
}
