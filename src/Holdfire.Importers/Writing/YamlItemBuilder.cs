using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>Puts together an item of a case key by key; a blank value leaves its key out.</summary>
internal sealed class YamlItemBuilder
{
    private static readonly Spot Nowhere = new("", 1, 1);
    private readonly OrderedDictionary<string, (Spot At, YamlItem Value)> entries = new(StringComparer.Ordinal);

    private YamlMap Map => new(Nowhere, entries);

    public YamlItemBuilder Text(string key, string value) => value.Length == 0 ? this : Put(key, new YamlText(Nowhere, value, false));

    public YamlItemBuilder Texts(string key, IEnumerable<string> values)
    {
        var list = new YamlList(Nowhere, [.. values.Where(v => v.Length > 0).Select(v => new YamlText(Nowhere, v, false))]);
        return list.Items.Count == 0 ? this : Put(key, list);
    }

    public YamlItemBuilder Inner(string key, YamlItemBuilder inner) => inner.entries.Count == 0 ? this : Put(key, inner.Map);

    public YamlItemBuilder Inners(string key, IEnumerable<YamlItemBuilder> inners)
    {
        var list = new YamlList(Nowhere, [.. inners.Select(i => i.Map)]);
        return list.Items.Count == 0 ? this : Put(key, list);
    }

    /// <summary>The item as a record would hold it.</summary>
    public CaseItem Item(EntryKind kind, string where = "") => new(kind, ItemJson.Of(Map), where);

    private YamlItemBuilder Put(string key, YamlItem value)
    {
        entries[key] = (Nowhere, value);
        return this;
    }
}
