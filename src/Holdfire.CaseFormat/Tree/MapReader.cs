using System.Globalization;

namespace Holdfire.CaseFormat;

/// <summary>
/// Reads one map by its table of keys. Each error is noted once and a blank value stands in, so that reading goes on.
/// </summary>
internal sealed class MapReader
{
    private readonly YamlMap map;
    private readonly KeyTable table;
    private readonly ErrorList errors;

    private MapReader(YamlMap map, KeyTable table, ErrorList errors)
    {
        this.map = map;
        this.table = table;
        this.errors = errors;
    }

    /// <summary>A reader of the item, or null, with an error, where it is no map.</summary>
    public static MapReader? Of(YamlItem item, KeyTable table, ErrorList errors)
    {
        if (item is not YamlMap map)
        {
            errors.Add(item.At, "a map with the keys " + Names(table), item.Described);
            return null;
        }

        var reader = new MapReader(map, table, errors);
        reader.Check();
        return reader;
    }

    /// <summary>The maps of a list; other items are errors.</summary>
    public static IEnumerable<MapReader> ListOf(YamlItem? item, KeyTable table, ErrorList errors)
    {
        if (item is null or YamlText { IsNull: true })
        {
            return [];
        }

        if (item is YamlList list)
        {
            return [.. list.Items.Select(i => Of(i, table, errors)).OfType<MapReader>()];
        }

        errors.Add(item.At, "a list of maps with the keys " + Names(table), item.Described);
        return [];
    }

    /// <summary>Where the map starts.</summary>
    public Spot Start => map.At;

    public bool Has(string key) => Value(key) is not null;

    /// <summary>Where the value stands, or the map where there is none.</summary>
    public Spot At(string key) => Value(key)?.At ?? map.At;

    /// <summary>The text, empty where there is none.</summary>
    public string Text(string key) => Value(key) is YamlText text ? text.Value : "";

    public string? TextOrNull(string key) => Text(key) is { Length: > 0 } text ? text : null;

    /// <summary>Notes an error where the key is there and says nothing.</summary>
    public void NeedWords(string key, string expected)
    {
        if (Has(key) && string.IsNullOrWhiteSpace(Text(key)))
        {
            errors.Add(At(key), expected, "none");
        }
    }

    public IReadOnlyList<(string Text, Spot At)> Texts(string key) =>
        Value(key) is YamlList list ? [.. list.Items.OfType<YamlText>().Select(t => (t.Value, t.At))] : [];

    public MapReader? Map(string key) =>
        Value(key) is YamlMap inner ? Of(inner, table.Find(key)!.Table!, errors) : null;

    public IEnumerable<MapReader> Maps(string key) =>
        Value(key) is YamlList list ? ListOf(list, table.Find(key)!.Table!, errors) : [];

    public T Enum<T>(string key)
        where T : struct, Enum => EnumText<T>.TryParse(Text(key), out var value) ? value : default;

    public T? EnumOrNull<T>(string key)
        where T : struct, Enum => EnumText<T>.TryParse(Text(key), out var value) ? value : null;

    public bool Bool(string key) => Text(key) is "yes" or "true";

    /// <summary>A whole number of at least 0, or null where there is none.</summary>
    public int? Number(string key)
    {
        if (TextOrNull(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        errors.Add(At(key), "a whole number from 0", text);
        return null;
    }

    /// <summary>A decimal number within the limits, or null where there is none.</summary>
    public double? Decimal(string key, double least, double most)
    {
        if (TextOrNull(key) is not { } text)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(At(key), FormattableString.Invariant($"a number from {least} to {most}"), text);
        return null;
    }

    private static string Names(KeyTable table) => string.Join(' ', table.Rules.Select(r => r.Name));

    private YamlItem? Value(string key) =>
        map.Entries.TryGetValue(key, out var entry) && entry.Value is not YamlText { IsNull: true } ? entry.Value : null;

    private void Check()
    {
        foreach (var (key, entry) in map.Entries)
        {
            if (table.Find(key) is { } rule)
            {
                CheckValue(rule, entry.Value);
            }
            else
            {
                errors.Add(entry.At, "one of the keys " + Names(table), key);
            }
        }

        foreach (var rule in table.Rules.Where(r => r.Required && !Has(r.Name)))
        {
            errors.Add(map.Entries.TryGetValue(rule.Name, out var entry) ? entry.At : map.At, $"a value for the key {rule.Name}", "none");
        }
    }

    private void CheckValue(KeyRule rule, YamlItem value)
    {
        if (value is YamlText { IsNull: true })
        {
            return;
        }

        var expected = (rule.Shape, value) switch
        {
            (KeyShape.Text, not YamlText) => "one value",
            (KeyShape.Texts, not YamlList) => "a list of texts",
            (KeyShape.Maps, not YamlList) => "a list of maps with the keys " + Names(rule.Table!),
            (KeyShape.Map, not YamlMap) => "a map with the keys " + Names(rule.Table!),
            _ => null,
        };
        if (expected is not null)
        {
            errors.Add(value.At, expected, value.Described);
        }
        else if (value is YamlText text && !rule.Allowed.IsEmpty && !rule.Allowed.Contains(text.Value))
        {
            errors.Add(value.At, "one of " + string.Join(' ', rule.Allowed), text.Value);
        }
        else if (value is YamlList list && rule.Shape == KeyShape.Texts)
        {
            foreach (var item in list.Items.Where(i => i is not YamlText { IsNull: false }))
            {
                errors.Add(item.At, "a text", item.Described);
            }
        }
    }
}
