using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>Names of areas as data sets write them, as codes of the case.</summary>
internal static class PlaceText
{
    // The words for kinds of areas that data sets put behind a name and gazetteers may not, or otherwise.
    private static readonly string[] Kinds =
    [
        " oblast", " governorate", " governorates", " province", " district", " state", " region", " department", " county", " krai",
        " republic", " prefecture", " division", " municipality", " city", " raion", " emirate", " territory", " special republican city",
    ];

    /// <summary>The codes, separated by <c>;</c>; blank where the name is not known.</summary>
    public static string CodesOf(string name, ImportContext context) =>
        context.Map.Areas.Find(name) is { } mapped ? mapped : Find(name, context.Places) is { } area ? area.Code.Value : "";

    /// <summary>Where in the world a name is known, where that is one country; else blank.</summary>
    public static string Elsewhere(IReadOnlyList<string> names)
    {
        var found = names.Where(n => n.Length <= 200).SelectMany(n => World.Called(n).Concat(World.Called(Bare(n)))).FirstOrDefault();
        return found is not null && World.CountryOf(found.Code) is { } country ? $", and {found.Code} is: countries: [{country}] in case.yaml makes it known" : "";
    }

    private static string Bare(string name) =>
        Kinds.Where(k => name.EndsWith(k, StringComparison.OrdinalIgnoreCase)).Select(k => name[..^k.Length].TrimEnd()).FirstOrDefault(name);

    private static Area? Find(string name, Gazetteer places)
    {
        if (name.Length > 200)
        {
            return null;
        }

        if (places.FindByName(name) is { } whole)
        {
            return whole;
        }

        var bare = Bare(name);
        return bare.Length == 0 ? null
            : (bare != name ? places.FindByName(bare) : null)
            ?? Kinds.Select(k => places.FindByName(bare + k)).FirstOrDefault(a => a is not null);
    }
}
