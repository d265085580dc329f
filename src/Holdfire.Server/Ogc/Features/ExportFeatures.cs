using System.Collections.Immutable;
using Holdfire.Exports;
using Holdfire.Places;
using Holdfire.Server.Api;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server.Ogc.Features;

/// <summary>The rows of an export as features: the same columns and values, with the ground that is left possible as shape.</summary>
internal static class ExportFeatures
{
    public static FeatureTable Of(string name, CaseView view, Work work)
    {
        var table = view.Index(_ => new ExportedTables()).Of(name, view, work);
        var shapes = new PlaceShapes(view.Known.Places);
        var at = new Places(table.Columns);
        return new FeatureTable([.. table.Rows.Select(r => FeatureOf(r, at, shapes))]);
    }

    private static Feature FeatureOf(ExportRow row, Places at, PlaceShapes shapes)
    {
        var values = row.Values;
        var id = (string)values[at.Id]!;
        ImmutableArray<AreaCode> areas = values[at.Areas] is string codes ? [.. codes.Split(';').Select(c => new AreaCode(c))] : [];
        var place = row.Point is { } point ? new GeoCircle(point, values[at.Radius] as double? ?? 0) : (GeoCircle?)null;
        return new Feature(
            at.Truce < 0 ? id : $"{values[at.Truce]}:{id}", values, values[at.From] as Instant?, values[at.To] as Instant?, () => shapes.Of(areas, place));
    }

    // Where the columns stand that make up more than a property. A finding is of an event and a truce.
    private sealed class Places(ImmutableArray<ExportColumn> columns)
    {
        public int Id { get; } = columns.PlaceOf("id");

        public int Truce { get; } = columns.PlaceOf("truce");

        public int Areas { get; } = columns.PlaceOf("areas");

        public int Radius { get; } = columns.PlaceOf("radius_km");

        public int From { get; } = columns.PlaceOf("from");

        public int To { get; } = columns.PlaceOf("to");
    }
}
