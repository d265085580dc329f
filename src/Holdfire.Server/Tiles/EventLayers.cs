using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Views;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.IO.VectorTiles;
using NodaTime;

namespace Holdfire.Server.Tiles;

/// <summary>The events of an answer as the layers of a map: points, and grounds in which events lie somewhere.</summary>
internal sealed class EventLayers
{
    private const int Others = 2;

    // Points so close together, 2 pixels where a tile has 256, are one on the screen.
    private const int CellUnits = 32;

    // A ground that is smaller than a dot on the screen, of 8 pixels, is drawn as one.
    private const int SpotUnits = 128;
    private static readonly LocalDate DayZero = new(1970, 1, 1);

    // An event of years is no reason to count days for ever.
    private const int MostDays = 200 * 366;

    private readonly STRtree<EventPoint> points = new();
    private readonly List<EventGround> grounds = [];
    private ImmutableArray<(string Name, Geometry Shape)> areas = [];

    private EventLayers() => Days = new EventDays(0, [], []);

    /// <summary>When they may have been.</summary>
    public EventDays Days { get; private set; }

    /// <summary>The layers of an answer.</summary>
    public static EventLayers Of(CaseView view, IncidentsAnswer answer)
    {
        var made = new EventLayers();
        var shapes = new PlaceShapes(view.Known.Places);
        var sides = view.Known.Parties.Take(Others).Select((p, i) => (p.Id.Value, i)).ToDictionary(p => p.Value, p => p.i, StringComparer.Ordinal);
        var byShape = new Dictionary<string, EventGround?>(StringComparer.Ordinal);
        var windows = new List<EventWindow>();
        foreach (var row in answer.Incidents.Where(r => r.From is not null && r.To is not null))
        {
            var when = new EventWindow(Day(view, row.From!.Value), Day(view, row.To!.Value - Duration.Epsilon));
            windows.Add(when);
            var side = row.Actors.Length == 1 ? sides.GetValueOrDefault(row.Actors[0], Others) : Others;
            var circle = row is { Lat: { } lat, Lon: { } lon } ? new GeoCircle(new GeoPoint(lat, lon), row.RadiusKm ?? 0) : (GeoCircle?)null;
            if (circle is { RadiusKm: <= PlaceShapes.PointWithinKm } point)
            {
                var at = new Coordinate(point.Centre.Longitude, point.Centre.Latitude);
                made.points.Insert(new Envelope(at), new EventPoint(row.Id, at, side, view.Known.Codes.NameOf(new ActCode(row.Act)), when));
                continue;
            }

            var key = FormattableString.Invariant($"{side} {string.Join(' ', row.Areas)} {row.Lat} {row.Lon} {row.RadiusKm}");
            if (!byShape.TryGetValue(key, out var ground))
            {
                ground = shapes.Of([.. row.Areas.Select(a => new AreaCode(a))], circle) is { IsEmpty: false } shape ? new EventGround(made.grounds.Count, AskFor(row), side, shape, []) : null;
                byShape.Add(key, ground);
                made.grounds.AddRange(ground is null ? [] : [ground]);
            }

            ground?.Windows.Add(when);
        }

        made.points.Build();
        made.areas = [.. shapes.OwnAreas(answer.Incidents.SelectMany(i => i.Areas).ToHashSet(StringComparer.Ordinal)).Select(a => (a.Area.Name, a.Ground))];
        made.Days = DaysOf(windows, made.grounds);
        return made;
    }

    /// <summary>Adds the layers <c>areas</c> (those of the case alone), <c>grounds</c>, <c>spots</c> (grounds that are too small to be seen) and <c>points</c> of a tile.</summary>
    public void AddTo(VectorTile tile, TileAddress address)
    {
        var box = TileClip.Around(address);
        var own = new Layer { Name = "areas" };
        foreach (var (name, area) in areas)
        {
            if (TileClip.Of(area, box, address) is { } shape)
            {
                own.Features.Add(new Feature(shape, new AttributesTable { { "name", name } }));
            }
        }

        var (wide, small) = (new Layer { Name = "grounds" }, new Layer { Name = "spots" });
        foreach (var ground in grounds)
        {
            var extent = ground.Shape.EnvelopeInternal;
            var table = new AttributesTable { { "key", ground.Key }, { "ask", ground.Ask }, { "side", ground.Side }, { "degrees", extent.Diameter } };
            var isSpot = Math.Max(extent.Width, extent.Height) < SpotUnits * address.UnitDegrees;
            if (isSpot && box.Contains(extent.Centre))
            {
                small.Features.Add(new Feature(new Point(extent.Centre), table));
            }
            else if (!isSpot && TileClip.Of(ground.Shape, box, address) is { } shape)
            {
                wide.Features.Add(new Feature(shape, table));
            }
        }

        // Those of one spot, side and time are one feature that says how many they are.
        var close = new Layer { Name = "points" };
        var size = CellUnits * address.UnitDegrees;
        foreach (var spot in points.Query(box).GroupBy(p => (X: Math.Floor(p.At.X / size), Y: Math.Floor(p.At.Y / size), p.Side, p.When))
            .OrderBy(g => g.Key.X).ThenBy(g => g.Key.Y).ThenBy(g => g.Key.Side).ThenBy(g => g.Key.When.From).ThenBy(g => g.Key.When.To))
        {
            var first = spot.MinBy(p => p.Id, StringComparer.Ordinal);
            var count = spot.Count();
            var table = new AttributesTable { { "side", first.Side }, { "from", first.When.From }, { "to", first.When.To }, { "events", count } };
            if (count == 1)
            {
                table.Add("event", first.Id);
                table.Add("act", first.Act);
            }

            close.Features.Add(new Feature(new Point(first.At), table));
        }

        tile.Layers.Add(own);
        tile.Layers.Add(wide);
        tile.Layers.Add(small);
        tile.Layers.Add(close);
    }

    private static string AskFor(IncidentsAnswerRow row) => row.Areas.Length == 1 ? $"area={Uri.EscapeDataString(row.Areas[0])}"
        : row is { Lat: { } lat, Lon: { } lon } ? FormattableString.Invariant($"near={lat:0.####},{lon:0.####}&km={Math.Ceiling(row.RadiusKm ?? 1)}") : "";

    private static int Day(CaseView view, Instant at) => Period.Between(DayZero, at.InZone(DateTimeZoneProviders.Tzdb[view.Known.Zone]).Date, PeriodUnits.Days).Days;

    private static EventDays DaysOf(List<EventWindow> windows, List<EventGround> grounds)
    {
        if (windows.Count == 0)
        {
            return new EventDays(0, [], []);
        }

        var first = windows.Min(w => w.From);
        var counts = new int[Math.Min(MostDays, windows.Max(w => w.To) - first + 1)];
        foreach (var window in windows)
        {
            for (var day = window.From - first; day <= window.To - first && day < counts.Length; day++)
            {
                counts[day]++;
            }
        }

        return new EventDays(first, [.. counts], [.. grounds.Select(g => (ImmutableArray<int>)
            [.. g.Windows.GroupBy(w => w).OrderBy(w => w.Key.From).ThenBy(w => w.Key.To).SelectMany(w => (int[])[w.Key.From, w.Key.To, w.Count()])])]);
    }
}
