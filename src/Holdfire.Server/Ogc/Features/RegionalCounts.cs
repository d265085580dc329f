using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Counts;
using Holdfire.Exports;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server.Ogc.Features;

/// <summary>Bounds on what each side claims, by area and civil day of the case's zone, as <c>holdfire counts --by day</c> gives them.</summary>
/// <remarks>
/// A line is an act that no other act claimed by the same side holds, in the measure and unit that most of its claims of areas use. Days that
/// no claim touches are left out: they are no zero, since absence of claims is not absence of events.
/// </remarks>
internal static class RegionalCounts
{
    /// <summary>The columns.</summary>
    public static ImmutableArray<ExportColumn> Columns { get; } =
    [
        new("id", ExportKind.Text, "Claimant, act, measure, unit, area and day."),
        new("claimant", ExportKind.Text, "The party whose sources claim it."),
        new("act", ExportKind.Text, "What is said to have been done, a code of the list of acts, with all below it."),
        new("measure", ExportKind.Text, "What about it was counted."),
        new("unit", ExportKind.Text, "The thing that was counted."),
        new("area", ExportKind.Text, "The code of the area."),
        new("area_name", ExportKind.Text, "The name of the area."),
        new("day", ExportKind.Text, "The civil day in the zone of the case."),
        new("from", ExportKind.Instant, "The start of the day."),
        new("to", ExportKind.Instant, "The end of the day, not included."),
        new("count_min", ExportKind.Whole, "The least that is claimed.", "units of the column unit"),
        new("count_max", ExportKind.Whole, "The most that is claimed; blank for no upper limit.", "units of the column unit"),
        new("claims", ExportKind.Whole, "How many claims touch the day.", "claims"),
        new("covered_hours", ExportKind.Decimal, "Hours of the day in which a source of the side was looking.", "hours"),
    ];

    /// <summary>The features. What may not be handed on is left out of the view first.</summary>
    public static FeatureTable Of(CaseView whole, Work work)
    {
        var view = PublicCase.Of(whole).View;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(view.Known.Zone) ?? DateTimeZone.Utc;
        var shapes = new PlaceShapes(view.Known.Places);
        return new FeatureTable([.. view.Known.Parties.SelectMany(p => Lines(view, p.Id)).SelectMany(l => Rows(view, l, zone, shapes, work))]);
    }

    private static IEnumerable<Line> Lines(CaseView view, PartyId side)
    {
        var sources = view.Known.Sources.Where(s => s.Party == side).Select(s => s.Id).ToHashSet();
        var placed = view.Standing.Claimed.Where(r => sources.Contains(r.Source) && !r.Areas.IsEmpty).ToList();
        var acts = placed.Select(r => r.Act).Distinct().Order().ToList();
        foreach (var act in acts.Where(a => !acts.Any(b => b != a && b.Contains(a))))
        {
            foreach (var unit in placed.Where(r => act.Contains(r.Act)).GroupBy(r => r.Unit).OrderBy(g => g.Key))
            {
                var main = unit.GroupBy(r => r.Measure).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First();
                yield return new Line(side, act, main.Key, unit.Key, [.. main]);
            }
        }
    }

    private static IEnumerable<Feature> Rows(CaseView view, Line line, DateTimeZone zone, PlaceShapes shapes, Work work)
    {
        var days = line.Claims.Select(r => r.Window.Extent).Where(e => e.HasStart && e.HasEnd).SelectMany(e => DaysOf(e, zone)).Distinct().Order()
            .Select(d => (Day: d, Window: Local.Days(d, d, zone))).ToImmutableArray();
        ImmutableArray<Interval> windows = [.. days.Select(d => d.Window)];
        foreach (var area in line.Claims.SelectMany(r => r.Areas).Distinct().Order().Select(view.Known.Places.Find).OfType<Area>())
        {
            work.Stop.ThrowIfCancellationRequested();
            var query = new CountQuery(line.Side, null, area.Code, line.Act, line.Measure, windows, Unit: line.Unit);
            foreach (var (row, day) in Counter.Count(view, query).Zip(days).Where(r => r.First is { Reports: > 0, Max: not 0 }))
            {
                yield return FeatureOf(line, area, row, day.Day, () => shapes.OfArea(area.Code));
            }
        }
    }

    private static Feature FeatureOf(Line line, Area area, CountRow row, LocalDate day, Func<NetTopologySuite.Geometries.Geometry?> shape)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Format(day);
        var measure = Texts.Words(line.Measure).Replace(' ', '_');
        var id = $"{line.Side}:{line.Act}:{measure}:{line.Unit}:{area.Code}:{date}";
        return new Feature(
            id,
            [
                id, line.Side.Value, line.Act.Value, measure, line.Unit.Value, area.Code.Value, area.Name, date, row.Window.Start, row.Window.End,
                row.Min, row.Max, (long)row.Reports, row.Coverage.Yes,
            ],
            row.Window.Start, row.Window.End, shape);
    }

    // A claim of a whole month touches each of its days; one of a century touches more than anybody reads.
    private static IEnumerable<LocalDate> DaysOf(Interval extent, DateTimeZone zone)
    {
        const int MostDays = 400;
        var first = extent.Start.InZone(zone).Date;
        var last = (extent.End - Duration.Epsilon).InZone(zone).Date;
        var count = Period.DaysBetween(first, last) + 1;
        return count > MostDays ? [] : Enumerable.Range(0, Math.Max(1, count)).Select(first.PlusDays);
    }

    private sealed record Line(PartyId Side, ActCode Act, Measure Measure, CountUnit Unit, ImmutableArray<Report> Claims);
}
