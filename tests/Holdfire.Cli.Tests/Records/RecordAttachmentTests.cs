using System.Globalization;

namespace Holdfire.Cli.Tests.Records;

/// <summary>Files that entries and reports name, lost and empty ones.</summary>
public sealed class RecordAttachmentTests : IDisposable
{
    private readonly RecordOfCase record = new();
    private readonly string photo;
    private readonly string hash;

    public RecordAttachmentTests()
    {
        photo = record.Write("photo.jpg", "not really");
        hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(photo)));
    }

    private string Kept => Path.Combine(record.Folder, "attachments", hash);

    [Fact]
    public void Verify_OfOnePhotoOfTwoReports_NamesItOnceWhereItIsLostAndWhereItIsEmpty()
    {
        Attach("--media-type", "image/jpeg");
        Report("S-A", hash);
        Report("S-B", hash);
        Assert.Contains("attachments: 1 here, 0 elsewhere", Good(), StringComparison.Ordinal);
        File.Delete(Kept);
        Assert.Contains("it was lost or deleted", TouchedOnce(), StringComparison.Ordinal);
        File.WriteAllText(Kept, "");
        Assert.Contains("found 0 bytes", TouchedOnce(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfAReportWhosePhotoWasNeverAdded_NamesTheReportUntilItIsAddedOrCorrected()
    {
        Report("S-A", hash);
        var entry = Last();
        Report("S-B", hash);
        Assert.Contains($"the file that the report in entry {entry} names", TouchedOnce(), StringComparison.Ordinal);
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-A", "--reason", "entered twice");
        Assert.Contains($"the file that the report in entry {Next(entry)} names", TouchedOnce(), StringComparison.Ordinal);
        RecordOfCase.Good(
            "record", "append", record.Folder, "--corrects", "S-B", "--reason", "no photo of it", "--file", record.Write("mended.yaml", Text("S-B", "")));
        Assert.Contains("untouched", Good(), StringComparison.Ordinal);
        Report("S-C", hash);
        TouchedOnce();
        Attach();
        Assert.Contains("untouched", Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfAFileThatAReportAloneNames_TakesItAndChecksIt()
    {
        Report("S-A", hash);
        Directory.CreateDirectory(Path.GetDirectoryName(Kept)!);
        File.Copy(photo, Kept);
        Assert.Contains("attachments: 1 here", Good(), StringComparison.Ordinal);
        File.AppendAllText(Kept, "!");
        TouchedOnce();
    }

    [Fact]
    public void Verify_OfAProtectedReport_FindsItsPhotoMissingToo()
    {
        Report("S-A", hash, "--protected");
        Assert.Contains("the file that the report in entry", TouchedOnce(), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WithoutThePrivateFolder_SaysWhatIsNotHere()
    {
        Attach();
        Report("S-A", hash);
        File.Delete(Kept);
        Directory.Delete(record.Private, true);
        Assert.Contains($"not here: attachments/{hash}: ", Good(), StringComparison.Ordinal);
        var answer = Cli.Json("record", "verify", record.Folder);
        Assert.Equal($"attachments/{hash}", answer.GetProperty("not_here")[0].GetProperty("where").GetString());
        Assert.Equal(1, answer.GetProperty("attachments_elsewhere").GetInt64());
        File.WriteAllText(Kept, "");
        TouchedOnce();
    }

    [Fact]
    public void Verify_AfterAnErasure_DoesNotAskForThePhotoThatMayBeTheErasedOne()
    {
        Attach("--protected");
        var entry = Last();
        Report("S-A", hash);
        RecordOfCase.Good("record", "append", record.Folder, "--erases", entry, "--reason", "court order");
        Assert.Contains("it may be one that was erased", Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void Append_OfAnEmptyFile_IsRefused() => record.Refused(
        2, "expected a file with content, found 0 bytes", "record", "append", record.Folder, "--kind", "attachment", "--file", record.Write("empty.jpg", ""));

    public void Dispose() => record.Dispose();

    private static string Next(string entry) => (long.Parse(entry, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Text(string id, string attachments)
    {
        var text = $"""
            id: {id}
            source: ss-army
            from: 2031-03-01
            to: 2031-03-01
            zone: America/Bogota
            precision: day
            act: attack.air.uav
            measure: launched
            count: 1
            areas: X-EAST
            alleged_actor: NN

            """;
        return attachments.Length == 0 ? text : text + $"attachments: {attachments}\n";
    }

    private string Last() => (long.Parse(record.Size, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture);

    private void Attach(params string[] more) =>
        RecordOfCase.Good(["record", "append", record.Folder, "--kind", "attachment", "--file", photo, .. more]);

    private void Report(string id, string attachments, params string[] more) => RecordOfCase.Good(
        ["record", "append", record.Folder, "--kind", "report", "--file", record.Write(id + ".yaml", Text(id, attachments)), .. more]);

    private string Good() => RecordOfCase.Good("record", "verify", record.Folder);

    private string TouchedOnce()
    {
        var run = Cli.Run("record", "verify", record.Folder);
        Assert.Equal(5, run.ExitCode);
        Assert.Contains(hash, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        return run.Error;
    }
}
