using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Exports;
using Holdfire.Server.Ogc.Features;
using Holdfire.Server.Ogc.Filter;
using Microsoft.AspNetCore.Http;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Holdfire.Server.Ogc;

/// <summary>Which features of a collection are asked for, and how.</summary>
internal sealed record OgcRequest
{
    /// <summary>How many features a page has where nothing is said.</summary>
    public const int UsualLimit = 1000;

    /// <summary>The most that a page has; who asks for more gets these.</summary>
    public const int MostLimit = 10_000;

    /// <summary>The parameters that every collection has beside its properties and the coordinates of the view.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["limit", "offset", "bbox", "bbox-crs", "datetime", "crs", "filter", "filter-lang", "filter-crs", "f"];

    private const string TextLanguage = "cql2-text";
    private const string JsonLanguage = "cql2-json";

    /// <summary>The forms of filters.</summary>
    public static ImmutableArray<string> Languages { get; } = [TextLanguage, JsonLanguage];

    /// <summary>The most features of the page.</summary>
    public int Limit { get; private init; } = UsualLimit;

    /// <summary>How many features stand on the pages before it.</summary>
    public int Offset { get; private init; }

    /// <summary>The system that shapes are given in.</summary>
    public OgcCrs Crs { get; private init; } = OgcCrs.Usual;

    /// <summary>The coordinates of the view.</summary>
    public required OgcCoordinates Coordinates { get; init; }

    /// <summary>Whether a feature is one of those that are asked for.</summary>
    public required Predicate<Feature> Lets { get; init; }

    /// <summary>Reads the parameters of an address.</summary>
    /// <exception cref="QueryException">A parameter is not known, is there twice, or has no value that it can have.</exception>
    public static OgcRequest Of(IQueryCollection parameters, ImmutableArray<ExportColumn> columns)
    {
        var given = new Parameters(parameters, [.. Names, .. columns.Select(c => c.Name), .. OgcCoordinates.Names]);
        _ = given.OneOf("f", ["json", "geojson"]);
        var tests = new List<Predicate<Feature>>();
        if (Box(given) is { } box)
        {
            tests.Add(f => f.Shape is { } shape && shape.EnvelopeInternal.Intersects(box.EnvelopeInternal) && shape.Intersects(box));
        }

        if (Times(given) is var (from, to))
        {
            tests.Add(f => f.MayBeIn(from, to));
        }

        for (var i = 0; i < columns.Length; i++)
        {
            if (given.Text(columns[i].Name) is { } text)
            {
                tests.Add(Equal(i, columns[i], text));
            }
        }

        if (Filter(given, columns) is { } filter)
        {
            tests.Add(filter.Lets);
        }

        return new OgcRequest
        {
            Limit = Math.Min(MostLimit, given.Whole("limit", 1) ?? UsualLimit),
            Offset = given.Whole("offset", 0) ?? 0,
            Crs = CrsOf(given, "crs"),
            Coordinates = OgcCoordinates.Of(given),
            Lets = tests.Count == 0 ? _ => true : f => tests.TrueForAll(t => t(f)),
        };
    }

    private static Geometry? Box(Parameters given)
    {
        var crs = CrsOf(given, "bbox-crs");
        if (given.Text("bbox") is not { } text)
        {
            return null;
        }

        var numbers = text.Split(',').Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return FilterLiterals.BoxOf(numbers, crs) ?? throw new QueryException(
            QueryErrorCodes.BadForm, "bbox", "four numbers, or six with heights: the least and the greatest of each coordinate, such as 22,44,40,53", $"'{text}'");
    }

    // RFC 3339 instants, dates, and intervals with open ends (Part 1, 7.15.4).
    private static (Instant? From, Instant? To)? Times(Parameters given)
    {
        if (given.Text("datetime") is not { } text)
        {
            return null;
        }

        var ends = text.Split('/');
        if (ends.Length == 1 && FilterLiterals.TimeOf(text) is { } at)
        {
            return (at, at);
        }

        if (ends.Length == 1 && FilterLiterals.DateOf(text) is { } day)
        {
            return (day, EndOf(day));
        }

        if (ends.Length == 2 && ends.All(e => e is "" or ".." || FilterLiterals.TimeOrDateOf(e) is not null))
        {
            var from = FilterLiterals.TimeOrDateOf(ends[0]);
            var to = FilterLiterals.TimeOf(ends[1]) ?? (FilterLiterals.DateOf(ends[1]) is { } last ? EndOf(last) : null);
            if (!(from > to))
            {
                return (from, to);
            }
        }

        throw new QueryException(
            QueryErrorCodes.BadForm, "datetime", "an instant, a date, or two of them with a slash between, '..' for an open end, such as 2030-05-01T00:00:00Z/..", $"'{text}'");
    }

    private static Instant EndOf(Instant day) => day > Instant.MaxValue - Duration.FromDays(1) ? Instant.MaxValue : day + Duration.FromDays(1) - Duration.Epsilon;

    private static Predicate<Feature> Equal(int at, ExportColumn column, string text)
    {
        QueryException Wrong(string expected) => new(QueryErrorCodes.BadForm, column.Name, expected, $"'{text}'");
        switch (column.Kind)
        {
            case ExportKind.Whole or ExportKind.Decimal:
                var number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : throw Wrong("a number");
                return f => f.Values[at] is { } value && Convert.ToDouble(value, CultureInfo.InvariantCulture).Equals(number);
            case ExportKind.YesNo:
                var truth = text is "true" or "false" ? text == "true" : throw Wrong("true or false");
                return f => f.Values[at] is bool value && value == truth;
            case ExportKind.Instant:
                var time = FilterLiterals.TimeOrDateOf(text) ?? throw Wrong("an instant such as 2030-05-11T00:00:00Z");
                return f => f.Values[at] is Instant value && value == time;
            default:
                return f => f.Values[at] is string value && value == text;
        }
    }

    private static FeatureFilter? Filter(Parameters given, ImmutableArray<ExportColumn> columns)
    {
        var (crs, language) = (CrsOf(given, "filter-crs"), given.OneOf("filter-lang", Languages) ?? TextLanguage);
        if (given.Text("filter") is not { } text)
        {
            return null;
        }

        try
        {
            return FeatureFilter.Of(language == JsonLanguage ? JsonFilterReader.Read(text, crs) : TextFilterReader.Read(text, crs), columns);
        }
        catch (FilterException e)
        {
            throw new QueryException(e.Error.Within($"filter in {language}"));
        }
    }

    private static OgcCrs CrsOf(Parameters given, string name) => given.Text(name) is not { } text ? OgcCrs.Usual
        : OgcCrs.Find(text.Trim('<', '>')) ?? throw new QueryException(
            QueryErrorCodes.UnknownValue, name, $"one of {string.Join(", ", OgcCrs.All.Select(c => c.Uri))}", $"'{text}'");
}
