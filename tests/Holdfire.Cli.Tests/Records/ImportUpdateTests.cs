using System.Text.Json;

namespace Holdfire.Cli.Tests.Records;

/// <summary>The same import, its revision and a withdrawal, into a folder and into a record.</summary>
public sealed class ImportUpdateTests
{
    private const string Header =
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,civilian_targeting,admin1,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n";

    private const string First = "ORD1,2031-03-10,1,Explosions/Remote violence,Shelling/artillery/missile attack,A,,,East Bank,4.1,-73.2,1,Post,Shelled.,0,1931000000\n";
    private const string Second = "ORD2,2031-03-11,1,Explosions/Remote violence,Air/drone strike,A,,,East Bank,4.1,-73.2,1,Post,A drone.,0,1931000000\n";

    [Fact]
    public void FolderAndRecord_ComeToTheSame()
    {
        using var record = new RecordOfCase();
        var old = record.Write("old.csv", Header + First + Second);
        var revised = record.Write("new.csv", Header + First.Replace("2031-03-10", "2031-03-11", StringComparison.Ordinal).Replace("1931000000", "1932000000", StringComparison.Ordinal));
        var deleted = record.Write("deleted.csv", "event_id_cnty,deleted_timestamp\nORD2,1932100000\n");
        Both(record, 2, "added", old);
        Both(record, 2, "already", old);
        Both(record, 1, "updated", revised, "--updates");
        Both(record, 1, "withdrawn", deleted, "--updates");
        Both(record, 0, "added", old, "--dry-run", "--updates");
        RecordOfCase.Good("record", "verify", record.Folder);

        // ACLED's rows are not handed on: no bundle has them, and the figure is worked out without them.
        var bundle = Path.Combine(Path.GetDirectoryName(record.Folder)!, "counts.zip");
        var made = RecordOfCase.Good(
            "bundle", "create", "--record", record.Folder, "--out", bundle, "--", "counts", "--claimant", "SS", "--act", "attack", "--measure", "launched",
            "--from", "2031-03-01", "--to", "2031-03-05", "--by", "day");
        Assert.Contains("without 4 that their sources (acled) do not let anyone hand on", made, StringComparison.Ordinal);
        Assert.Contains(Cli.Run("bundle", "verify", bundle).ExitCode, new[] { 0, 7 });

        string[] query = ["incidents", "--format", "json"];
        Assert.Equal(
            RecordOfCase.Good([.. query, "--case", record.Case.Folder]).Length,
            RecordOfCase.WithoutSize(RecordOfCase.Good([.. query, "--record", record.Folder])).Length, 200d);
    }

    private static void Both(RecordOfCase record, int count, string key, params string[] files)
    {
        string[] import = ["import", "acled", .. files, "--format", "json"];
        var (folder, log) = (RecordOfCase.Good([.. import, "--case", record.Case.Folder]), RecordOfCase.Good([.. import, "--record", record.Folder]));
        Assert.Equal(folder, log);
        Assert.Equal(count, JsonDocument.Parse(folder).RootElement.GetProperty(key).GetInt32());
    }
}
