using System.Collections.Immutable;

namespace Holdfire.CaseFormat;

/// <summary>The keys that a map may have.</summary>
internal sealed class KeyTable
{
    private readonly Dictionary<string, KeyRule> rules = new(StringComparer.Ordinal);

    /// <summary>The keys in the order of the format's description.</summary>
    public IEnumerable<KeyRule> Rules => rules.Values;

    public KeyRule? Find(string name) => rules.GetValueOrDefault(name);

    /// <summary>Keys with texts, by names separated by spaces; a trailing <c>*</c> marks one that must be there.</summary>
    public KeyTable Texts(string names) => Each(names, KeyShape.Text, [], null);

    /// <summary>Keys with lists of texts.</summary>
    public KeyTable Lists(string names) => Each(names, KeyShape.Texts, [], null);

    /// <summary>Keys with a map.</summary>
    public KeyTable Map(string names, KeyTable table) => Each(names, KeyShape.Map, [], table);

    /// <summary>Keys with lists of maps.</summary>
    public KeyTable Maps(string names, KeyTable table) => Each(names, KeyShape.Maps, [], table);

    /// <summary>A key with one of the values of an enumeration.</summary>
    public KeyTable Enum<T>(string name)
        where T : struct, Enum => Each(name, KeyShape.Text, EnumText<T>.Names, null);

    /// <summary>A key with one of these values.</summary>
    public KeyTable OneOf(string names, params ImmutableArray<string> allowed) => Each(names, KeyShape.Text, allowed, null);

    private KeyTable Each(string names, KeyShape shape, ImmutableArray<string> allowed, KeyTable? table)
    {
        foreach (var name in names.Split(' '))
        {
            var bare = name.TrimEnd('*');
            rules.Add(bare, new KeyRule(bare, bare != name, shape, allowed, table));
        }

        return this;
    }
}
