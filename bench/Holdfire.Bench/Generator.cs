using System.Text;

namespace Holdfire.Bench;

/// <summary>Writes an invented case of any size; the same number and seed give the same bytes.</summary>
internal static class Generator
{
    public static void Write(string folder, int reports, int seed)
    {
        Directory.CreateDirectory(Path.Combine(folder, "reports"));
        CaseFiles.Write(folder);
        for (var i = 0; i < Layout.Sources.Length; i++)
        {
            var source = Layout.Sources[i];
            var share = (reports / Layout.Sources.Length) + (i < reports % Layout.Sources.Length ? 1 : 0);
            using var file = new StreamWriter(
                Path.Combine(folder, "reports", source.Id + ".csv"), false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
            file.WriteLine(
                "id,source,published,from,to,zone,precision,act,measure,unit,count,areas,target,alleged_actor,aggregate,part_of,included_in,killed,reference");
            var rows = new SourceRows(source, new Random(seed + i));
            for (var day = 0; day < Layout.Days; day++)
            {
                rows.WriteDay(file, day, (share / Layout.Days) + (day < share % Layout.Days ? 1 : 0));
            }
        }
    }
}
