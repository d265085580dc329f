using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>Reads a filter in CQL2 text (OGC 21-065r2, annex B).</summary>
/// <param name="text">The filter.</param>
/// <param name="crs">The system that shapes in it are in.</param>
internal sealed class TextFilterReader(string text, OgcCrs crs)
{
    private static readonly string[] Shapes = ["POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"];
    private readonly FilterWords words = new(text);
    private int depth;

    /// <summary>The filter.</summary>
    /// <exception cref="FilterException">It is none.</exception>
    public static FilterTest Read(string text, OgcCrs crs)
    {
        var reader = new TextFilterReader(text, crs);
        var test = reader.Any();
        return reader.words.IsAtEnd ? test : throw FilterException.At(reader.words.Position, "AND, OR or the end", reader.words.Found);
    }

    private FilterTest Any()
    {
        if (++depth > FilterNames.MostDepth)
        {
            throw new FilterException("", FormattableString.Invariant($"at most {FilterNames.MostDepth} levels"), "more");
        }

        var parts = Joined("OR", () => Joined("AND", Negated, p => new FilterTest.And(p)), p => new FilterTest.Or(p));
        depth--;
        return parts;
    }

    private FilterTest Joined(string keyword, Func<FilterTest> part, Func<ImmutableArray<FilterTest>, FilterTest> join)
    {
        var first = part();
        if (!words.IsNext(keyword))
        {
            return first;
        }

        var parts = ImmutableArray.CreateBuilder<FilterTest>();
        parts.Add(first);
        while (words.Take(keyword))
        {
            parts.Add(part());
        }

        return join(parts.ToImmutable());
    }

    private FilterTest Negated() => words.Take("NOT") ? new FilterTest.Not(One()) : One();

    private FilterTest One()
    {
        if (words.Take("("))
        {
            var inner = Any();
            words.Demand(")");
            return inner;
        }

        foreach (var name in FilterNames.Spatial)
        {
            if (words.Take(name))
            {
                var (left, right) = Two(SpatialValue);
                return new FilterTest.Spatial(name, left, right);
            }
        }

        foreach (var name in FilterNames.Temporal)
        {
            if (words.Take(name))
            {
                var (left, right) = Two(Value);
                return new FilterTest.Temporal(name, left, right);
            }
        }

        return Comparison(Value());
    }

    private FilterTest Comparison(FilterValue left)
    {
        if (words.TakeAny("<>", "<=", ">=", "=", "<", ">") is { } comparison)
        {
            return new FilterTest.Compare(comparison, left, Value());
        }

        if (words.Take("IS"))
        {
            var isNot = words.Take("NOT");
            words.Demand("NULL");
            return NotIf(isNot, new FilterTest.IsNull(left));
        }

        var not = words.Take("NOT");
        if (words.Take("LIKE"))
        {
            return NotIf(not, new FilterTest.Like(left, Value()));
        }

        if (words.Take("BETWEEN"))
        {
            var least = Value();
            words.Demand("AND");
            return NotIf(not, new FilterTest.Between(left, least, Value()));
        }

        if (words.Take("IN"))
        {
            return NotIf(not, new FilterTest.In(left, List()));
        }

        return !not && left is FilterValue.Property or FilterValue.Truth ? new FilterTest.Holds(left)
            : throw FilterException.At(words.Position, "a comparison, IS NULL, LIKE, BETWEEN or IN", words.Found);
    }

    private static FilterTest NotIf(bool not, FilterTest test) => not ? new FilterTest.Not(test) : test;

    private ImmutableArray<FilterValue> List()
    {
        words.Demand("(");
        var values = ImmutableArray.CreateBuilder<FilterValue>();
        do
        {
            values.Add(Value());
        }
        while (words.Take(","));
        words.Demand(")");
        return values.ToImmutable();
    }

    private (FilterValue Left, FilterValue Right) Two(Func<FilterValue> read)
    {
        words.Demand("(");
        var left = read();
        words.Demand(",");
        var right = read();
        words.Demand(")");
        return (left, right);
    }

    private FilterValue Value()
    {
        if (words.TakeText() is { } quoted)
        {
            return new FilterValue.Text(quoted);
        }

        if (words.TakeNumber() is { } number)
        {
            return new FilterValue.Number(number);
        }

        if (words.TakeAny("TRUE", "FALSE") is { } truth)
        {
            return new FilterValue.Truth(truth == "TRUE");
        }

        var at = words.Position;
        if (words.TakeName() is not { } name)
        {
            throw FilterException.At(at, "a property, text, number, TRUE, FALSE, TIMESTAMP, DATE or INTERVAL", words.Found);
        }

        return !words.IsNext("(") ? new FilterValue.Property(name) : name.ToUpperInvariant() switch
        {
            "CASEI" => new FilterValue.AnyCase(InParentheses(Value)),
            "TIMESTAMP" => InParentheses(() => Time(FilterLiterals.TimeOf, "an instant such as 2030-05-11T00:00:00Z")),
            "DATE" => InParentheses(() => Time(FilterLiterals.DateOf, "a date such as 2030-05-11")),
            "INTERVAL" => Span(),
            _ => throw FilterException.At(at, "a function that is listed in the conformance", $"'{name}'"),
        };
    }

    private FilterValue InParentheses(Func<FilterValue> read)
    {
        words.Demand("(");
        if (++depth > FilterNames.MostDepth)
        {
            throw new FilterException("", FormattableString.Invariant($"at most {FilterNames.MostDepth} levels"), "more");
        }

        var value = read();
        depth--;
        words.Demand(")");
        return value;
    }

    private FilterValue.Time Time(Func<string, NodaTime.Instant?> read, string expected)
    {
        var (at, found) = (words.Position, words.Found);
        return words.TakeText() is { } time && read(time) is { } instant ? new FilterValue.Time(instant) : throw FilterException.At(at, expected, found);
    }

    private FilterValue.Span Span()
    {
        var (from, to) = Two(() => words.IsNext("'..'") && words.TakeText() is not null ? new FilterValue.Span(null, null) : TimeOrProperty());
        return new FilterValue.Span(from is FilterValue.Span ? null : from, to is FilterValue.Span ? null : to);
    }

    private FilterValue TimeOrProperty()
    {
        var (at, found) = (words.Position, words.Found);
        return Value() switch
        {
            FilterValue.Text t => FilterLiterals.TimeOrDateOf(t.Value) is { } instant ? new FilterValue.Time(instant)
                : throw FilterException.At(at, "an instant, a date or '..'", found),
            FilterValue.Span => throw FilterException.At(at, "an instant, a date or '..'", found),
            var other => other,
        };
    }

    private FilterValue SpatialValue()
    {
        var at = words.Position;
        if (words.Take("BBOX"))
        {
            words.Demand("(");
            var numbers = new List<double>();
            do
            {
                numbers.Add(words.TakeNumber() ?? throw FilterException.At(words.Position, "a number", words.Found));
            }
            while (words.Take(","));
            words.Demand(")");
            return new FilterValue.Shape(FilterLiterals.BoxOf(numbers, crs) ?? throw FilterException.At(at, "a box of four or six numbers", "another"));
        }

        if (words.TakeShape(Shapes) is { } shape)
        {
            return FilterLiterals.ShapeOf(Parsed(shape, at), crs);
        }

        return words.TakeName() is { } name ? new FilterValue.Property(name)
            : throw FilterException.At(at, "geometry, BBOX or a shape such as POINT(37.8 48.0)", words.Found);
    }

    private static Geometry Parsed(string shape, int at)
    {
        try
        {
            return new WKTReader().Read(shape);
        }
        catch (Exception e) when (e is NetTopologySuite.IO.ParseException or ArgumentException or OverflowException)
        {
            throw FilterException.At(at, "a shape as well-known text", "another");
        }
    }
}
