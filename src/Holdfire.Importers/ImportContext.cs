using Holdfire.Model;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>The case that rows go into, as far as a format looks at it, and what there is to say at the end.</summary>
/// <param name="case">The case.</param>
/// <param name="options">What is asked.</param>
internal sealed class ImportContext(Case @case, ImportOptions options)
{
    private readonly HashSet<string> parties = [.. @case.Parties.Select(p => p.Id.Value)];
    private readonly Dictionary<string, string> names = @case.Parties
        .SelectMany(p => new (string Name, string Id)[] { (p.Name, p.Id.Value), (p.Id.Value, p.Id.Value) })
        .GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Select(p => p.Id).Distinct().Count() == 1)
        .ToDictionary(g => g.Key, g => g.First().Id, StringComparer.OrdinalIgnoreCase);

    public Case Case => @case;

    public ImportOptions Options => options;

    public ImportMap Map { get; } = options.Map ?? ImportMap.Empty;

    public Gazetteer Places => @case.Places;

    public ImportNotes Notes { get; } = new();

    /// <summary>The zone of times that have none, where the format itself knows no better.</summary>
    public string Zone => options.Zone.Length > 0 ? options.Zone : Map.Zone.Length > 0 ? Map.Zone : @case.Zone;

    /// <summary>The zone as an object.</summary>
    public DateTimeZone ZoneObject => DateTimeZoneProviders.Tzdb[Zone];

    /// <summary>The sources that may be added to the case, by id.</summary>
    public Dictionary<string, SourceEntry> Offered { get; } = new(StringComparer.Ordinal);

    /// <summary>The id of the source of the rows, which is added to a case that lacks it.</summary>
    public string SourceOf(SourceEntry entry) =>
        Offer(options.Source.Length > 0 ? options.Source : Map.Source.Length > 0 ? Map.Source : entry.Id, entry);

    /// <summary>An id of a source, which is added to a case that lacks it.</summary>
    public string Offer(string id, SourceEntry entry)
    {
        if (id.Length > 0)
        {
            Offered.TryAdd(id, entry);
        }

        return id;
    }

    public bool Wishes(string wish) => options.Wishes.Contains(wish);

    /// <summary>Whether the case has a party of this id.</summary>
    public bool IsParty(string id) => parties.Contains(id);

    /// <summary>The party that a name stands for; blank, and noted, where neither the map nor the case knows it.</summary>
    public string Party(string column, string name)
    {
        if (name.Length == 0)
        {
            return "";
        }

        if (Map.Parties.Find(name) is { } mapped)
        {
            return mapped;
        }

        if (names.TryGetValue(name, out var id))
        {
            return id;
        }

        Notes.Unknown($"{column} '{name}'", "no party of the case is named so; the actor stays blank; name it under parties: in the map");
        return "";
    }

    /// <summary>Takes in a party that comes with the rows, so that later rows find it by its name.</summary>
    public void AddParty(string id, string name)
    {
        parties.Add(id);
        names.TryAdd(name, id);
    }

    /// <summary>Whether the name stands for a party, in the map or in the case.</summary>
    public bool KnowsParty(string name) => Map.Parties.Find(name) is not null || names.ContainsKey(name);

    /// <summary>The codes of the first of these names that is known, from the finest; blank, and noted, where none is.</summary>
    public string Area(string column, params IEnumerable<string> finestFirst)
    {
        var given = finestFirst.Where(n => n.Length > 0).ToArray();
        foreach (var name in given)
        {
            if (PlaceText.CodesOf(name, this) is { Length: > 0 } codes)
            {
                return codes;
            }
        }

        if (given.Length > 0)
        {
            Notes.Unknown(
                $"{column} '{given[0]}'", $"no area of the case is named so{PlaceText.Elsewhere(given)}; the rows keep their point, if they have one; or name it under areas: in the map");
        }

        return "";
    }
}
