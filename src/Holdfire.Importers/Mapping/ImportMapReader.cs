using System.Collections.Immutable;
using System.Globalization;
using Holdfire.CaseFormat;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Record;
using NodaTime.Text;

namespace Holdfire.Importers;

/// <summary>Reads <c>map.yaml</c>. Every wrong key and value is an error with line and column.</summary>
public sealed class ImportMapReader
{
    private static readonly ImmutableArray<string> Keys =
    [
        "separator", "encoding", "header_row", "skip_rows", "sheet", "decimal", "thousands", "date_format", "time_format", "zone", "source",
        "id_prefix", "id_from", "missing", "columns", "constants", "values", "lists", "leave_out", "parties", "areas", "sources", "posts",
    ];

    /// <summary>Columns that a table may have beside those of a report.</summary>
    internal static ImmutableArray<string> FurtherColumns { get; } =
        ["from_time", "to_time", "count_min", "count_max", "killed_min", "killed_max", "injured_min", "injured_max", "killed_military_min", "killed_military_max",
        "killed_unknown_min", "killed_unknown_max", "injured_military_min", "injured_military_max", "injured_unknown_min", "injured_unknown_max", "observer", "bearing", "range_min", "range_max", "attachment", "narrative"];

    private static readonly ImmutableArray<string> ReportColumns = [.. ReportFields.Names.Concat(FurtherColumns).Distinct()];

    private readonly ErrorList errors = new();
    private readonly Case? @case;

    private ImportMapReader(Case? @case) => this.@case = @case;

    /// <summary>The map of a text; null, with every error, where there is any.</summary>
    /// <param name="file">The name of its file.</param>
    /// <param name="text">The text.</param>
    /// <param name="case">The case whose parties, areas and acts it names; null to leave those unchecked.</param>
    public static (ImportMap? Map, ImmutableArray<Error> Errors) Read(string file, string text, Case? @case)
    {
        var reader = new ImportMapReader(@case);
        var map = reader.Map(YamlTree.Read(file, text.TrimStart('\uFEFF'), reader.errors) ?? new YamlMap(new Spot(file, 1, 1), new(StringComparer.Ordinal)));
        return reader.errors.Count == 0 ? (map, []) : (null, reader.errors.Sorted());
    }

    private ImportMap Map(YamlItem root)
    {
        if (root is not YamlMap map)
        {
            errors.Add(root.At, "a map with the keys " + string.Join(' ', Keys), root.Described);
            return ImportMap.Empty;
        }

        foreach (var (key, (at, _)) in map.Entries.Where(e => !Keys.Contains(e.Key)))
        {
            errors.Add(at, $"one of the keys {string.Join(' ', Keys)}", key);
        }

        return new ImportMap
        {
            Shape = new TableShape
            {
                Separator = Separator(map), Encoding = Encoding(map), Sheet = Text(map, "sheet"), SkipRows = Number(map, "header_row", 1, 1) - 1,
            },
            SkipRows = Number(map, "skip_rows", 0, 0),
            DateFormats = [.. Texts(map, "date_format").Select(t => DateFormat(t)).Where(t => t.Length > 0)],
            TimeFormat = TimeFormat(map),
            Zone = Zone(map),
            Source = Text(map, "source"),
            IdPrefix = Text(map, "id_prefix"),
            IdFrom = [.. Texts(map, "id_from").Select(t => t.Value)],
            Decimal = OneOf(map, "decimal", ".", ".", ",")[0],
            Thousands = Text(map, "thousands") is [var thousands] ? thousands : null,
            Missing = [.. Texts(map, "missing").Select(t => t.Value)],
            Columns = Entries(map, "columns", ReportColumns).ToImmutableDictionary(e => e.Key, e => Several(e.Value).Select(t => t.Value).ToImmutableArray()),
            Constants = Constants(map),
            Values = Entries(map, "values", ReportColumns).ToImmutableDictionary(e => e.Key, e => Codes(e.Key, e.Value)),
            Lists = Entries(map, "lists", ReportColumns).ToImmutableDictionary(e => e.Key, e => One(e.Value)),
            LeaveOut = Entries(map, "leave_out", null).ToImmutableDictionary(e => e.Key, e => Words(e.Value)),
            Parties = Words(map, "parties", IsParty),
            Areas = Words(map, "areas", IsArea),
            Sources = Words(map, "sources", (_, _) => true),
            Posts = Entries(map, "posts", null).ToImmutableDictionary(e => e.Key, e => Post(e.Value)),
        };
    }

    private char? Separator(YamlMap map) => Text(map, "separator") switch
    {
        "" => null,
        "tab" or "\t" or "\\t" => '\t',
        [var one and < '\x7f'] => one,
        var other => Refused<char?>(map, "separator", "one character, or tab", other),
    };

    private string Encoding(YamlMap map)
    {
        var name = Text(map, "encoding");
        try
        {
            _ = name.Length == 0 ? null : System.Text.CodePagesEncodingProvider.Instance.GetEncoding(name) ?? System.Text.Encoding.GetEncoding(name);
            return name;
        }
        catch (ArgumentException)
        {
            return Refused(map, "encoding", "an encoding such as utf-8, utf-16 or windows-1251", name) ?? "";
        }
    }

    private string Zone(YamlMap map)
    {
        var zone = Text(map, "zone");
        return zone.Length == 0 || WindowText.ZoneOf(zone) is not null ? zone : Refused(map, "zone", "an IANA time zone such as Europe/Zurich", zone) ?? "";
    }

    private string DateFormat(YamlText text)
    {
        var pattern = DateText.PatternOf(text.Value);
        try
        {
            _ = DateText.HasClock(pattern) ? (object)LocalDateTimePattern.CreateWithInvariantCulture(pattern) : LocalDatePattern.CreateWithInvariantCulture(pattern);
            return pattern;
        }
        catch (InvalidPatternException e)
        {
            errors.Add(text.At, "a form of dates such as dd/MM/yyyy or yyyy-MM-dd HH:mm", $"{text.Value}: {e.Message}");
            return "";
        }
    }

    private string TimeFormat(YamlMap map)
    {
        var format = Text(map, "time_format");
        try
        {
            _ = format.Length == 0 ? null : LocalTimePattern.CreateWithInvariantCulture(format);
            return format;
        }
        catch (InvalidPatternException e)
        {
            return Refused(map, "time_format", "a form of clock times such as HH:mm or h:mm tt", $"{format}: {e.Message}") ?? "";
        }
    }

    private string OneOf(YamlMap map, string key, string otherwise, params string[] allowed)
    {
        var text = Text(map, key);
        return text.Length == 0 ? otherwise : allowed.Contains(text) ? text
            : Refused(map, key, "one of " + string.Join(' ', allowed), text) ?? otherwise;
    }

    private int Number(YamlMap map, string key, int otherwise, int least)
    {
        var text = Text(map, key);
        return text.Length == 0 ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 10_000 ? number
            : Refused<int?>(map, key, $"a whole number from {least}", text) ?? otherwise;
    }

    private ImmutableDictionary<string, string> Constants(YamlMap map)
    {
        var found = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (key, value) in Entries(map, "constants", ReportColumns))
        {
            found[key] = One(value);
            CheckCode(key, value, found[key]);
        }

        return found.ToImmutable();
    }

    private WordMap Codes(string column, YamlItem item)
    {
        var words = new WordMap();
        foreach (var (word, value) in Pairs(item))
        {
            var code = value is YamlList list ? string.Join(';', list.Items.OfType<YamlText>().Select(t => t.Value)) : One(value);
            words.Add(word, code);
            if (code is not ("" or ImportMap.LeftOut))
            {
                CheckCode(column, value, code);
            }
        }

        return words;
    }

    // A code is tried in a row that is otherwise good.
    private void CheckCode(string column, YamlItem at, string code)
    {
        if (ImportedRow.Header.IndexOf(column) is not (>= 0 and var place) || column is "id" or "source" or "from" or "to" or "precision" || @case is null)
        {
            return;
        }

        var row = new ImportedRow
        {
            Id = "R", Source = "s", From = "2030-01-01", To = "2030-01-01", Zone = "UTC", Precision = "day", Act = "attack", Measure = "occurred", Count = "1",
            Point = column is "lat" or "lon" or "radius_km" ? (0.5, 0.5, 1) : null,
        }.FieldArray();
        row[place] = code;
        if (new ReportCheck(@case).ErrorOf(row) is { } error && error.Column == column)
        {
            errors.Add(at.At, error.Expected, code);
        }
    }

    private bool IsParty(string id, Spot at)
    {
        if (@case is null || id.Length == 0 || @case.Parties.Any(p => p.Id.Value == id))
        {
            return true;
        }

        errors.Add(at, $"a party of the case: {string.Join(", ", @case.Parties.Select(p => p.Id.Value))}", id);
        return false;
    }

    private bool IsArea(string codes, Spot at)
    {
        foreach (var code in @case is null ? [] : codes.Split(';').Where(c => c.Length > 0 && @case.Places.FindByName(c) is null))
        {
            errors.Add(at, $"the code of a known area, such as {string.Join(", ", @case!.Places.Nearest(code.Length > 100 ? code[..100] : code))}", code);
            return false;
        }

        return true;
    }

    private WordMap Words(YamlMap map, string key, Func<string, Spot, bool> isGood)
    {
        var words = new WordMap();
        foreach (var (word, value) in Entries(map, key, null))
        {
            var of = value is YamlList list ? string.Join(';', list.Items.OfType<YamlText>().Select(t => t.Value)) : One(value);
            if (isGood(of, value.At))
            {
                words.Add(word, of);
            }
        }

        return words;
    }

    private WordMap Words(YamlItem item)
    {
        var words = new WordMap();
        foreach (var word in Several(item))
        {
            words.Add(word.Value, word.Value);
        }

        return words;
    }

    private GeoPoint Post(YamlItem item)
    {
        var values = Pairs(item).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        double Of(string key, double most)
        {
            var text = values.GetValueOrDefault(key) is { } value ? One(value) : "";
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most)
            {
                return number;
            }

            errors.Add(values.GetValueOrDefault(key)?.At ?? item.At, FormattableString.Invariant($"{key}, degrees from {-most} to {most}, of the post"), text);
            return 0;
        }

        foreach (var (key, value) in values.Where(v => v.Key is not ("lat" or "lon")))
        {
            errors.Add(value.At, "one of the keys lat lon", key);
        }

        return new GeoPoint(Of("lat", 90), Of("lon", 180));
    }

    private IEnumerable<(string Key, YamlItem Value)> Entries(YamlMap map, string key, ImmutableArray<string>? allowed)
    {
        if (!map.Entries.TryGetValue(key, out var entry) || entry.Value is YamlText { IsNull: true })
        {
            yield break;
        }

        if (entry.Value is not YamlMap inner)
        {
            errors.Add(entry.Value.At, $"a map under {key}", entry.Value.Described);
            yield break;
        }

        foreach (var (name, (at, value)) in inner.Entries)
        {
            if (allowed is { } known && !known.Contains(name))
            {
                errors.Add(at, $"one of the columns {string.Join(' ', known)}", name);
                continue;
            }

            yield return (name, value);
        }
    }

    private IEnumerable<(string Key, YamlItem Value)> Pairs(YamlItem item)
    {
        if (item is YamlMap map)
        {
            return [.. map.Entries.Select(e => (e.Key, e.Value.Value))];
        }

        errors.Add(item.At, "a map of words", item.Described);
        return [];
    }

    private string One(YamlItem item)
    {
        if (item is YamlText text)
        {
            return text.IsNull ? "" : text.Value;
        }

        errors.Add(item.At, "one value", item.Described);
        return "";
    }

    private ImmutableArray<YamlText> Several(YamlItem item)
    {
        if (item is YamlText text)
        {
            return text.IsNull ? [] : [text];
        }

        if (item is YamlList list)
        {
            foreach (var other in list.Items.Where(i => i is not YamlText))
            {
                errors.Add(other.At, "a text", other.Described);
            }

            return [.. list.Items.OfType<YamlText>()];
        }

        errors.Add(item.At, "a text or a list of texts", item.Described);
        return [];
    }

    private ImmutableArray<YamlText> Texts(YamlMap map, string key) => map.Entries.TryGetValue(key, out var entry) ? Several(entry.Value) : [];

    private string Text(YamlMap map, string key) => map.Entries.TryGetValue(key, out var entry) ? One(entry.Value) : "";

    private T? Refused<T>(YamlMap map, string key, string expected, T found)
    {
        errors.Add(map.Entries[key].Value.At, expected, found?.ToString() ?? "");
        return default;
    }

    private T? Refused<T>(YamlMap map, string key, string expected, string found)
    {
        errors.Add(map.Entries[key].Value.At, expected, found);
        return default;
    }
}
