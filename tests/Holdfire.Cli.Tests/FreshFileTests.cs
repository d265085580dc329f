using System.Globalization;
using System.Text;

namespace Holdfire.Cli.Tests;

/// <summary>A file of another continent that nobody here has seen goes to an answer in a few commands, with the sources that it brings along.</summary>
public sealed class FreshFileTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-fresh-").FullName;

    private string Folder => Path.Combine(root, "case");

    [Fact]
    public void EventsOfUcdp_GoToAnAnswerOfThreeSentences_InFourCommands()
    {
        var file = Path.Combine(root, "GEDEvent_v25_1.csv");
        File.WriteAllText(file, Events());
        var made = Cli.Run(
            "case", "new", Folder, "--title", "Mindanao", "--zone", "Asia/Manila", "--countries", "PH", "--party", "GPH=Government of the Philippines", "--party", "LF=Lake Front",
            "--truce", "Framework truce", "--truce-from", "2012-10-15", "--truce-to", "2013-01-26", "--invented");
        Assert.True(made.ExitCode == 0, made.Error);
        var answer = Cli.Json("import", "ucdp", file, "--case", Folder);
        Assert.Equal((60, 60, 0), (answer.GetProperty("read").GetInt32(), answer.GetProperty("added").GetInt32(), answer.GetProperty("rejected").GetInt32()));
        Assert.Equal(0, Cli.Run("case", "check", Folder).ExitCode);
        var told = Cli.Run("assess", "--case", Folder);
        Assert.True(told.ExitCode == 0, told.Error);
        Assert.All(["Breaches: ", "Change: ", "Not known: "], s => Assert.Contains(s, told.Output, StringComparison.Ordinal));
        Assert.Contains("20 events", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TableOfYourOwn_GoesInWithTheCase()
    {
        var (table, map) = (Path.Combine(root, "t.csv"), Path.Combine(root, "map.yaml"));
        File.WriteAllText(table, "Nr;Date;What;Where\n1;16.03.2031;Shelling;Antioquia\n2;17.03.2031;Shelling;Cauca\n");
        File.WriteAllText(map, "source: patrol\nid_prefix: P-\ndate_format: dd.MM.yyyy\ncolumns: {id: Nr, from: Date, act: What, areas: Where}\nvalues: {act: {Shelling: attack.shelling}}\n");
        string[] @new = ["case", "new", Folder, "--title", "March", "--zone", "America/Bogota", "--countries", "CO", "--party", "A=Army", "--party", "B=Band", "--source", "patrol=Patrols", "--truce", "T", "--truce-from", "2031-03-15"];
        var run = Cli.Run([.. @new, "--from-table", table, "--map", map]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("2 rows added", run.Output, StringComparison.Ordinal);
        Assert.Contains("CO-ANT", File.ReadAllText(Path.Combine(Folder, "reports", "table-t.csv")), StringComparison.Ordinal);

        Directory.Delete(Folder, recursive: true);
        Assert.Equal(0, Cli.Run([.. @new, "--from-table", table]).ExitCode);
        Assert.Contains("from: \"Date\"", File.ReadAllText(Path.Combine(Folder, "map.yaml")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    // 40 events before the truce and 20 in it, each of them of the Front against civilians in Sulu.
    private static string Events()
    {
        var text = new StringBuilder("id,type_of_violence,side_a,side_b,where_prec,latitude,longitude,adm_1,country,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown\n");
        for (var i = 0; i < 60; i++)
        {
            var day = i < 40 ? new DateTime(2012, 7, 20).AddDays(2 * i) : new DateTime(2012, 10, 16).AddDays(4 * (i - 40));
            text.Append(CultureInfo.InvariantCulture, $"{900 + i},3,Lake Front,Civilians,1,6,121.1,Sulu province,Philippines,1,1,{day:yyyy-MM-dd} 00:00:00.000,{day:yyyy-MM-dd} 00:00:00.000,0,0,1,0\n");
        }

        return text.ToString();
    }
}
