using System.Buffers;
using System.Text;
using CsvHelper;
using Holdfire.Record;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>A case folder as the items that a record would hold.</summary>
/// <remarks>The folder must have no errors: what the loader refuses is not looked at again here.</remarks>
public static class FolderItems
{
    /// <summary>The items: the head of the case, then kind by kind as they stand, the reports last.</summary>
    /// <exception cref="MalformedException">A list of the talks holds something else than maps.</exception>
    public static IEnumerable<CaseItem> Read(string folder)
    {
        var roots = new Dictionary<string, YamlItem?>(StringComparer.Ordinal);
        YamlItem? Root(string file) => roots.TryGetValue(file, out var known) ? known : roots[file] = ReadRoot(folder, file);

        if (Root(ItemPlace.CaseFile) is YamlMap head)
        {
            yield return Head(head);
        }

        foreach (var place in ItemPlace.All)
        {
            foreach (var map in Maps(Root(place.File), place.Key))
            {
                yield return new CaseItem(place.Kind, ItemJson.Of(map), Where(map));
            }
        }

        foreach (var item in Talks(Root(ItemPlace.TalksFile)))
        {
            yield return item;
        }

        foreach (var report in FolderFiles.ReportFiles(folder).SelectMany(f => Reports(folder, f)))
        {
            yield return report;
        }
    }

    /// <summary>The content of a report of its fields by column; blank ones are left out.</summary>
    /// <param name="columns">The names of the columns, each once.</param>
    /// <param name="fields">The fields in the same order.</param>
    public static byte[] ReportContent(IReadOnlyList<string> columns, IReadOnlyList<string> fields)
    {
        var to = new ArrayBufferWriter<byte>(512);
        to.Write("{"u8);
        var first = true;
        foreach (var i in Enumerable.Range(0, columns.Count).Where(i => fields[i].Length > 0).OrderBy(i => columns[i], StringComparer.Ordinal))
        {
            to.Write(first ? ""u8 : ","u8);
            first = false;
            CanonicalJson.WriteString(to, columns[i]);
            to.Write(":"u8);
            CanonicalJson.WriteString(to, fields[i]);
        }

        to.Write("}"u8);
        return to.WrittenSpan.ToArray();
    }

    private static string Where(YamlMap map) => FormattableString.Invariant($"{map.At.File}:{map.At.Line}");

    private static YamlItem? ReadRoot(string folder, string file)
    {
        if (file == DetectionFiles.Folder)
        {
            return DetectionFiles.Read(folder, new ErrorList());
        }

        var path = Path.Combine(folder, file);
        return File.Exists(path) ? YamlTree.Read(file, File.ReadAllText(path, Encoding.UTF8).TrimStart('\uFEFF'), new ErrorList()) : null;
    }

    private static CaseItem Head(YamlMap head)
    {
        var lists = ItemPlace.All.Where(p => p.File == ItemPlace.CaseFile).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var rest = new OrderedDictionary<string, (Spot At, YamlItem Value)>(
            head.Entries.Where(e => !lists.Contains(e.Key)), StringComparer.Ordinal);
        return new CaseItem(EntryKind.Case, ItemJson.Of(new YamlMap(head.At, rest)), Where(head));
    }

    private static IEnumerable<YamlMap> Maps(YamlItem? root, string key) =>
        (key.Length == 0 ? root : root is YamlMap map && map.Entries.TryGetValue(key, out var entry) ? entry.Value : null) is YamlList list
            ? list.Items.OfType<YamlMap>()
            : [];

    private static IEnumerable<CaseItem> Talks(YamlItem? root)
    {
        foreach (var (name, (at, value)) in root is YamlMap map ? map.Entries : [])
        {
            if (value is not YamlList list)
            {
                throw new MalformedException(new Error(InputErrorCodes.Invalid, at.File, $"a list under {name}", value.Described) { Line = at.Line, Column = at.Column });
            }

            foreach (var item in list.Items.OfType<YamlMap>())
            {
                yield return new CaseItem(EntryKind.Talks, TalksContent(name, item), Where(item));
            }
        }
    }

    internal static byte[] TalksContent(string list, YamlMap item)
    {
        var to = new ArrayBufferWriter<byte>(256);
        to.Write("{\"item\":"u8);
        ItemJson.Write(to, item);
        to.Write(",\"list\":"u8);
        CanonicalJson.WriteString(to, list);
        to.Write("}"u8);
        return to.WrittenSpan.ToArray();
    }

    private static IEnumerable<CaseItem> Reports(string folder, string file)
    {
        using var stream = new FileStream(Path.Combine(folder, file), FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',', HasHeader = false, PoolStrings = true, TrackLineNumbers = true });
        if (!reader.Read())
        {
            yield break;
        }

        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        columns[0] = columns[0].TrimStart('\uFEFF');
        while (reader.Read())
        {
            string[] fields = [.. Enumerable.Range(0, columns.Length).Select(reader.GetString)];
            yield return new CaseItem(EntryKind.Report, ReportContent(columns, fields), FormattableString.Invariant($"{file}:{reader.LineNumber}"));
        }
    }
}
