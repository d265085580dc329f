using System.Globalization;
using System.Text;

namespace Holdfire.Importers;

/// <summary>A first map of a table, from its header or its HXL tags. Whatever it cannot know it leaves to the reader, and says so.</summary>
public static class MapGuess
{
    private const int MostRows = 100_000;
    private const int MostWords = 40;

    // HXL tags (HXL standard 1.1) and the names of columns that people use.
    private static readonly (string Column, string[] Tags, string[] Names)[] Known =
    [
        ("id", ["#meta+id", "#event+id", "#incident+id"], ["id", "event_id", "event id", "incident_id", "incident id", "post id", "ref", "no", "number", "code", "uuid", "attack id"]),
        ("from", ["#date+start", "#date+occurred", "#date+incident", "#date"], ["from", "date", "event_date", "event date", "date_start", "start date", "incident date", "attack date", "date of incident", "day", "when", "start", "verifieddate"]),
        ("from_time", ["#date+time"], ["time", "from_time", "event time", "attack time", "start time", "hour"]),
        ("to", ["#date+end"], ["to", "date_end", "end date", "end"]),
        ("to_time", [], ["to_time", "end time"]),
        ("published", ["#date+reported", "#date+published"], ["published", "date reported", "reported", "created (utc)", "submission time"]),
        ("act", ["#event+type", "#cause+type", "#event"], ["act", "type", "event type", "event_type", "category", "incident type", "violation", "kind", "attack type", "weapon"]),
        ("count", ["#event+num", "#indicator+num"], ["count", "number of events", "how many", "quantity", "as_calc"]),
        ("lat", ["#geo+lat"], ["lat", "latitude", "y", "location.lat"]),
        ("lon", ["#geo+lon"], ["lon", "lng", "long", "longitude", "x", "location.lon"]),
        ("areas", ["#adm2+name", "#adm2", "#adm1+name", "#adm1", "#loc+name"], ["adm2", "admin2", "district", "county", "raion", "adm1", "admin1", "adm_1", "region", "province", "governorate", "oblast", "state"]),
        ("killed", [], ["civilians killed", "killed civilians", "deaths_civilians"]),
        ("injured", ["#affected+injured"], ["injured", "wounded"]),
        ("alleged_actor", [], ["alleged actor", "perpetrator", "responsible", "alleged perpetrator"]),
        ("reference", ["#meta+source", "#meta+url"], ["reference", "source", "url", "link", "source url"]),
        ("narrative", ["#description"], ["narrative", "description", "notes", "details", "summary", "text", "remarks"]),
    ];

    /// <summary>The text of the map.</summary>
    /// <exception cref="UnreadableFileException">The file is no table.</exception>
    public static string Of(ImportFile file)
    {
        TableHeader? header = null;
        var rows = TableRecords.Of(file, new TableShape(), h => header = h).Take(MostRows).Where(r => r.Row is not null).Select(r => r.Row!.Kept()).ToList();
        var found = header is null ? [] : Known.Select(k => (k.Column, Names: Match(header, k.Tags, k.Names))).Where(k => k.Names.Length > 0).ToArray();
        var text = new StringBuilder();
        text.AppendLine($"# A first map for {file.BareName}. Read every line: it was guessed from the {(header?.Tags.IsEmpty == false ? "HXL tags" : "names of the columns")}.");
        text.AppendLine("# docs/import.md says what each key means.");
        text.AppendLine("source:            # the id of the source in sources.yaml, such as: desk");
        text.AppendLine("id_prefix: T-      # put before each id, so that the numbers of two tables do not collide");
        text.AppendLine("# zone: Europe/Zurich      # of clock times without one; else that of the case");
        DateLines(text, rows, found);
        text.AppendLine("columns:");
        foreach (var (column, names) in found)
        {
            var list = column is "areas" or "reference" or "narrative" ? names : names[..1];
            text.AppendLine($"  {column}: {(list.Length == 1 ? Quoted(list[0]) : $"[{string.Join(", ", list.Select(Quoted))}]")}");
        }

        if (!found.Any(f => f.Column == "id"))
        {
            text.AppendLine("id_from: []        # no column of ids was found: name the columns that make a row one of its kind");
        }

        text.AppendLine("constants:");
        text.AppendLine("  measure: occurred");
        text.AppendLine("  unit: attack");
        if (!found.Any(f => f.Column == "act"))
        {
            text.AppendLine("  act:             # no column of kinds was found: one act for all rows, such as: attack");
        }

        Words(text, rows, found.Where(f => f.Column == "act").Select(f => f.Names[0]).FirstOrDefault());
        var used = found.SelectMany(f => f.Names).ToHashSet(StringComparer.Ordinal);
        var rest = (header?.Names ?? []).Where(n => n.Length > 0 && !used.Contains(n)).ToArray();
        if (rest.Length > 0)
        {
            text.AppendLine($"# not used: {string.Join(", ", rest.Select(r => r.ReplaceLineEndings(" ")))}");
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static string[] Match(TableHeader header, string[] tags, string[] names)
    {
        var byTag = tags.SelectMany(t => Enumerable.Range(0, Math.Min(header.Tags.Length, header.Names.Length)).Where(i => Bare(header.Tags[i]) == t || Bare(header.Tags[i]).StartsWith(t + "+", StringComparison.Ordinal)));
        var byName = names.SelectMany(n => Enumerable.Range(0, header.Names.Length).Where(i => header.Names[i].Replace('_', ' ').Equals(n.Replace('_', ' '), StringComparison.OrdinalIgnoreCase)));
        return [.. (header.Tags.IsEmpty ? byName : byTag.Any() ? byTag : byName).Select(i => header.Names[i]).Where(n => n.Length > 0).Distinct()];
    }

    private static string Bare(string tag) => tag.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static void DateLines(StringBuilder text, List<SourceRow> rows, (string Column, string[] Names)[] found)
    {
        if (found.FirstOrDefault(f => f.Column == "from").Names is not [var column, ..])
        {
            return;
        }

        var dates = rows.Where(r => !r.IsDate(column)).Select(r => r[column]).Where(t => t.Length > 0).ToArray();
        var parts = dates.Select(d => d.Split(['/', '.', '-'])).Where(p => p.Length == 3 && p[0].Length <= 2 && p[1].Length <= 2).ToArray();
        if (parts.Length == 0)
        {
            return;
        }

        var sign = dates.First(d => d.Split(['/', '.', '-']) is { Length: 3 } p && p[0].Length <= 2).First(c => c is '/' or '.' or '-');
        bool Over12(int part) => parts.Any(p => int.TryParse(p[part], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 12);
        var (day, month) = (Over12(0), Over12(1));
        text.AppendLine(day == month
            ? $"# date_format: d{sign}M{sign}yyyy   # or M{sign}d{sign}yyyy: the rows do not tell day from month; take the # away from the right one"
            : $"date_format: {(day ? $"d{sign}M" : $"M{sign}d")}{sign}yyyy   # seen from a number above 12");
    }

    private static void Words(StringBuilder text, List<SourceRow> rows, string? column)
    {
        if (column is null)
        {
            return;
        }

        var words = rows.Select(r => r[column]).Where(w => w.Length > 0).GroupBy(w => w, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToArray();
        text.AppendLine("values:");
        text.AppendLine("  act:             # an act of docs/acts.md for each word, or left_out");
        foreach (var word in words.Take(MostWords))
        {
            text.AppendLine(FormattableString.Invariant($"    {Quoted(word.Key)}:    # {word.Count()} rows"));
        }

        if (words.Length > MostWords)
        {
            text.AppendLine($"    # and {words.Length - MostWords} more words");
        }
    }

    private static string Quoted(string name) => "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal) + "\"";
}
