using System.Collections.Immutable;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>Reads a filter in CQL2 JSON (OGC 21-065r2, section 10).</summary>
internal sealed class JsonFilterReader(OgcCrs crs)
{
    private static readonly GeometryFactory Plane = new();

    /// <summary>The filter.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="crs">The system that shapes in it are in.</param>
    /// <exception cref="FilterException">It is none.</exception>
    public static FilterTest Read(string text, OgcCrs crs)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = FilterNames.MostDepth * 2 });
            return new JsonFilterReader(crs).Test(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FilterException("", "JSON", $"another text{(e.BytePositionInLine is { } at ? FormattableString.Invariant($" at byte {at + 1}") : "")}");
        }

        // The parser takes half of a letter, and whoever reads it is told then.
        catch (InvalidOperationException)
        {
            throw new FilterException("", "Unicode text", "half of a letter");
        }
    }

    private FilterTest Test(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return new FilterTest.Holds(new FilterValue.Truth(json.GetBoolean()));
        }

        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("property", out _))
        {
            return new FilterTest.Holds(Value(json));
        }

        var (op, args) = Operation(json);
        return op switch
        {
            "and" => new FilterTest.And(Tests(args, op)),
            "or" => new FilterTest.Or(Tests(args, op)),
            "not" => new FilterTest.Not(Test(Args(args, op, 1)[0])),
            "isNull" => new FilterTest.IsNull(Value(Args(args, op, 1)[0])),
            "like" => new FilterTest.Like(Value(Args(args, op, 2)[0]), Value(args[1])),
            "between" => new FilterTest.Between(Value(Args(args, op, 3)[0]), Value(args[1]), Value(args[2])),
            "in" => new FilterTest.In(Value(Args(args, op, 2)[0]), List(args[1])),
            _ when FilterNames.Comparisons.Contains(op) => new FilterTest.Compare(op, Value(Args(args, op, 2)[0]), Value(args[1])),
            _ when FilterNames.Spatial.Contains(op) => new FilterTest.Spatial(op, Value(Args(args, op, 2)[0]), Value(args[1])),
            _ when FilterNames.Temporal.Contains(op) => new FilterTest.Temporal(op, Value(Args(args, op, 2)[0]), Value(args[1])),
            _ => throw new FilterException("op", "an operator that is listed in the conformance", $"'{op}'"),
        };
    }

    private static (string Op, ImmutableArray<JsonElement> Args) Operation(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("op", out var op) && op.ValueKind == JsonValueKind.String
        && json.TryGetProperty("args", out var args) && args.ValueKind == JsonValueKind.Array
            ? (op.GetString()!, [.. args.EnumerateArray()]) : throw new FilterException("", "an object with op and args", "another value");

    private static ImmutableArray<JsonElement> Args(ImmutableArray<JsonElement> args, string op, int count) => args.Length == count
        ? args : throw new FilterException(op, FormattableString.Invariant($"{count} arguments"), FormattableString.Invariant($"{args.Length}"));

    private ImmutableArray<FilterTest> Tests(ImmutableArray<JsonElement> args, string op) => args.Length >= 2
        ? [.. args.Select(Test)] : throw new FilterException(op, "at least 2 arguments", FormattableString.Invariant($"{args.Length}"));

    private ImmutableArray<FilterValue> List(JsonElement json) => json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0
        ? [.. json.EnumerateArray().Select(Value)] : throw new FilterException("in", "a list of values", "another value");

    private FilterValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new FilterValue.Text(json.GetString()!),
        JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsFinite(number) => new FilterValue.Number(number),
        JsonValueKind.True or JsonValueKind.False => new FilterValue.Truth(json.GetBoolean()),
        JsonValueKind.Object => OfObject(json),
        _ => throw new FilterException("", "a property, text, number, true, false, timestamp, date, interval or shape", $"{json.ValueKind}"),
    };

    private FilterValue OfObject(JsonElement json)
    {
        if (Member(json, "property") is { } name)
        {
            return new FilterValue.Property(name);
        }

        if (Member(json, "timestamp") is { } time)
        {
            return new FilterValue.Time(FilterLiterals.TimeOf(time) ?? throw new FilterException("timestamp", "an instant such as 2030-05-11T00:00:00Z", $"'{time}'"));
        }

        if (Member(json, "date") is { } date)
        {
            return new FilterValue.Time(FilterLiterals.DateOf(date) ?? throw new FilterException("date", "a date such as 2030-05-11", $"'{date}'"));
        }

        if (json.TryGetProperty("interval", out var interval) && interval.ValueKind == JsonValueKind.Array && interval.GetArrayLength() == 2)
        {
            return new FilterValue.Span(End(interval[0]), End(interval[1]));
        }

        if (json.TryGetProperty("bbox", out var box) && box.ValueKind == JsonValueKind.Array)
        {
            return new FilterValue.Shape(FilterLiterals.BoxOf(Numbers(box), crs) ?? throw new FilterException("bbox", "four or six numbers", "others"));
        }

        if (Member(json, "type") is { } type && json.TryGetProperty("coordinates", out var coordinates))
        {
            return FilterLiterals.ShapeOf(Shape(type, coordinates), crs);
        }

        var (op, args) = Operation(json);
        return op == "casei" ? new FilterValue.AnyCase(Value(Args(args, op, 1)[0]))
            : throw new FilterException("op", "casei here", $"'{op}'");
    }

    private FilterValue? End(JsonElement json) => json.ValueKind != JsonValueKind.String ? Value(json)
        : json.GetString() is not ".." and { } text ? new FilterValue.Time(FilterLiterals.TimeOrDateOf(text) ?? throw new FilterException("interval", "an instant, a date or '..'", $"'{text}'")) : null;

    private static string? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static ImmutableArray<double> Numbers(JsonElement json) => [.. json.EnumerateArray().Select(n =>
        n.ValueKind == JsonValueKind.Number && n.TryGetDouble(out var number) ? number : throw new FilterException("", "a number", "another value"))];

    private static Geometry Shape(string type, JsonElement json)
    {
        try
        {
            return type switch
            {
                "Point" => Plane.CreatePoint(Position(json)),
                "MultiPoint" => Plane.CreateMultiPoint([.. Items(json).Select(p => Plane.CreatePoint(Position(p)))]),
                "LineString" => Plane.CreateLineString(Positions(json)),
                "MultiLineString" => Plane.CreateMultiLineString([.. Items(json).Select(l => Plane.CreateLineString(Positions(l)))]),
                "Polygon" => Ground(json),
                "MultiPolygon" => Plane.CreateMultiPolygon([.. Items(json).Select(Ground)]),
                _ => throw new FilterException("type", "a kind of shape of GeoJSON", $"'{type}'"),
            };
        }
        catch (ArgumentException e)
        {
            throw new FilterException("coordinates", $"those of a {type}", $"others: {e.Message.Split('\n')[0]}");
        }
    }

    private static Polygon Ground(JsonElement json) => Items(json).Select(r => Plane.CreateLinearRing(Positions(r))).ToArray() is { Length: > 0 } rings
        ? Plane.CreatePolygon(rings[0], rings[1..]) : throw new FilterException("coordinates", "the rings of a Polygon", "none");

    private static Coordinate[] Positions(JsonElement json) => [.. Items(json).Select(Position)];

    private static Coordinate Position(JsonElement json) => Items(json).Length is 2 or 3 && Numbers(json) is [var x, var y, ..]
        ? new Coordinate(x, y) : throw new FilterException("coordinates", "two or three numbers", "others");

    private static ImmutableArray<JsonElement> Items(JsonElement json) => json.ValueKind == JsonValueKind.Array
        ? [.. json.EnumerateArray()] : throw new FilterException("coordinates", "a list", "another value");
}
