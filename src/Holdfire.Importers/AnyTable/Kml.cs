using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NetTopologySuite.Geometries;

namespace Holdfire.Importers;

/// <summary>The placemarks of KML (OGC 12-007r2): name, description, extended data, time, and where they are.</summary>
internal static class Kml
{
    public static IEnumerable<(SourceRow? Row, RejectedRow? Rejected)> Records(ImportFile file, Action<TableHeader> check) =>
        TableRecords.OfCells(file, [.. Load(file).Descendants().Where(e => e.Name.LocalName == "Placemark").Select(Cells)], check);

    private static XDocument Load(ImportFile file)
    {
        try
        {
            using var stream = file.Open();
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1L << 30 });
            return XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            throw new UnreadableFileException(file.Name, Math.Max(1, e.LineNumber), "", "KML", e.Message);
        }
    }

    private static Dictionary<string, string> Cells(XElement placemark)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = placemark.Attribute("id")?.Value ?? "",
            ["name"] = Value(placemark, "name"),
            ["description"] = Value(placemark, "description"),
            ["when"] = placemark.Descendants().FirstOrDefault(e => e.Name.LocalName == "when")?.Value.Trim() ?? "",
            ["begin"] = placemark.Descendants().FirstOrDefault(e => e.Name.LocalName == "begin")?.Value.Trim() ?? "",
            ["end"] = placemark.Descendants().FirstOrDefault(e => e.Name.LocalName == "end")?.Value.Trim() ?? "",
        };
        foreach (var data in placemark.Descendants().Where(e => e.Name.LocalName is "Data" or "SimpleData" && e.Attribute("name") is not null))
        {
            cells[data.Attribute("name")!.Value] = data.Name.LocalName == "Data" ? Value(data, "value") : data.Value.Trim();
        }

        GeometryCells.Put(cells, GeometryOf(placemark));
        return cells;
    }

    private static string Value(XElement of, string name) => of.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() ?? "";

    private static Geometry? GeometryOf(XElement placemark)
    {
        Coordinate[] all = [.. placemark.Descendants().Where(e => e.Name.LocalName == "coordinates").SelectMany(e => e.Value.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Select(At).OfType<Coordinate>()];
        return all.Length == 0 ? null : all.Length == 1 ? new Point(all[0]) : new MultiPoint([.. all.Select(c => new Point(c))]);
    }

    private static Coordinate? At(string tuple) =>
        tuple.Split(',') is [var lon, var lat, ..]
            && double.TryParse(lon, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var y)
            ? new Coordinate(x, y) : null;
}
