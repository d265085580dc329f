using System.Globalization;
using System.Text;
using Holdfire.CaseFormat;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Files;
using NetTopologySuite.IO;

namespace Holdfire.Importers;

/// <summary>Reads places of a file into <c>places:</c> of a case's <c>case.yaml</c>.</summary>
public static class PlacesImport
{
    /// <summary>How many places were read, added, and there already.</summary>
    public readonly record struct Sum(int Read, int Added, int Already);

    /// <summary>Adds the places of a file to a case. Nothing is written where the case would have errors with them.</summary>
    /// <param name="folder">The case folder.</param>
    /// <param name="case">The case that it holds.</param>
    /// <param name="file">A country file of GeoNames (<c>.txt</c>, <c>.tsv</c>), or boundaries (<c>.geojson</c>, <c>.json</c>, <c>.gpkg</c>).</param>
    /// <param name="leastPopulation">Of GeoNames: places with at least so many people.</param>
    /// <returns>The numbers, and the errors that the case would have.</returns>
    /// <exception cref="UnreadableFileException">The file is not of a form that is known, or <c>places:</c> is written in brackets.</exception>
    public static (Sum Sum, IReadOnlyList<Error> Errors) Add(string folder, Case @case, string file, long leastPopulation)
    {
        var found = Path.GetExtension(file).ToLowerInvariant() is ".txt" or ".tsv"
            ? [.. GeoNamesPlaces.Read(file, File.ReadAllText(file, Encoding.UTF8), leastPopulation)] : BoundaryPlaces.Read(file).ToList();
        var fresh = found.Where(p => @case.Places.Find(new AreaCode(p.Code)) is null).DistinctBy(p => p.Code, StringComparer.Ordinal).ToList();
        var sum = new Sum(found.Count, fresh.Count, found.Count - fresh.Count);
        if (fresh.Count == 0)
        {
            return (sum, []);
        }

        var path = Path.Combine(folder, "case.yaml");
        var before = File.ReadAllText(path, Encoding.UTF8);
        YamlChange.Of(folder, "case.yaml", "places", Items(fresh, @case.Places), isLast: false).Write();
        var errors = CaseFolder.Load(folder).Errors;
        if (!errors.IsEmpty)
        {
            AtomicFile.Write(path, s => s.Write(Encoding.UTF8.GetBytes(before)));
        }

        return (sum, errors);
    }

    private static List<string> Items(List<FoundPlace> places, Gazetteer known)
    {
        // Villages of one name are common; no two areas of a case share one, so all of them are called by their codes too.
        var names = places.SelectMany(p => p.Aliases.Append(p.Name).Append(p.LocalName).Where(n => n.Length > 0).Select(n => (Name: n.ToUpperInvariant(), p.Code))).Distinct()
            .ToLookup(n => n.Name, n => n.Code, StringComparer.Ordinal);
        bool IsFree(string name) => !names[name.ToUpperInvariant()].Skip(1).Any() && known.FindByName(name) is null;
        return [.. places.Select(p => Item(p, IsFree, known))];
    }

    private static string Item(FoundPlace place, Predicate<string> isFree, Gazetteer known)
    {
        var item = new YamlItemBuilder().Text("code", place.Code).Text("name", isFree(place.Name) ? place.Name : $"{place.Name} ({place.Code})")
            .Text("local_name", isFree(place.LocalName) ? place.LocalName : "")
            .Texts("aliases", place.Aliases.Where(a => isFree(a) && !a.Equals(place.Name, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase));
        if (place.At is { } at)
        {
            item.Text("lat", Number(at.Y)).Text("lon", Number(at.X)).Text("radius_km", Number(place.RadiusKm));
        }

        if (place.Outline is { } outline)
        {
            item.Text("outline", new WKTWriter().Write(outline));
        }

        if (place.Region.Length > 0 && known.FindByName(place.Region) is { } region && CaseKeys.Case.Find("places")?.Table?.Find("within") is not null)
        {
            item.Text("within", region.Code.Value);
        }

        return YamlLines.Of(item.Item(EntryKind.Place));
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
