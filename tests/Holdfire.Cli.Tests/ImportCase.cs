using System.Text;

namespace Holdfire.Cli.Tests;

/// <summary>A copy of the built-in case without its reports, and files to import beside it, in a folder of its own.</summary>
internal sealed class ImportCase : IDisposable
{
    public const string UaHeader =
        "id,source_party,source_name,published,window_start,window_end,tz,time_precision,weapon,weapon_class,launched,"
        + "destroyed,not_reached,launch_places,target_region,affected_regions,source_ref,destroyed_by_area";

    public const string RuHeader =
        "id,source_party,published,window_start,window_end,tz,weapon_class,total,region,region_count,text_anchor,bulletin,"
        + "time_precision,total_basis,listed_sum,parse_status";

    public const string UaNight =
        "UA-1,UA,Air Force of the Armed Forces of Ukraine,,2025-05-11T23:00,2025-05-12T08:30,Europe/Kyiv,minute,"
        + "Shahed-136/131,one_way_attack_uav,108,55,30,,Ukraine,,p/1,Odesa oblast=5; Sumy oblast=?";

    public const string UaDay =
        "UA-2,UA,Air Command South,,2025-05-12,2025-05-12,Europe/Kyiv,date,Orlan-10,reconnaissance_uav,2,1,,,south,,p/2,";

    public const string RuWhole1 = "RU-1-01,RU,2025-05-12T04:10Z,2025-05-11,2025-05-12,Europe/Moscow,uav,9,Bryansk oblast,6,,RU-1,night,stated,9,whole";

    public const string RuWhole2 = "RU-1-02,RU,2025-05-12T04:10Z,2025-05-11,2025-05-12,Europe/Moscow,uav,9,Kursk oblast,3,,RU-1,night,stated,9,whole";

    public const string RuAbout =
        "RU-2-01,RU,2025-05-12T11:00Z,2025-05-12T12:30,2025-05-12T12:30,Europe/Moscow,uav,1,Belgorod oblast,1,,RU-2,minute_about,stated,1,whole";

    private readonly string root = Directory.CreateTempSubdirectory("holdfire-import-").FullName;

    public ImportCase()
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.EnumerateFiles(Cli.BuiltInCase))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }
    }

    public string Folder => Path.Combine(root, "case");

    public string Reports(string file) => Path.Combine(Folder, "reports", file);

    /// <summary>Writes a file to import, with CRLF line ends, and returns its path.</summary>
    public string Csv(string name, params string[] lines) => Bytes(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\r\n"))));

    public string Bytes(string name, byte[] bytes)
    {
        var file = Path.Combine(root, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public CliRun Import(string format, string file, params string[] options) =>
        Cli.Run(["import", format, file, "--case", Folder, .. options]);

    /// <summary>Every file under the folder, those to import among them, with its bytes.</summary>
    public IReadOnlyList<(string Path, string Content)> Everything() =>
        [.. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(e => (Path.GetRelativePath(root, e), Directory.Exists(e) ? "" : Convert.ToHexString(File.ReadAllBytes(e))))];

    public void Dispose() => Directory.Delete(root, recursive: true);
}
