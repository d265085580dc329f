using System.Collections.Immutable;
using Holdfire.Exports;
using Holdfire.Server.Ogc.Features;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>A filter that was held against the columns of a collection: it knows which features it lets through.</summary>
/// <remarks>What is not said is neither equal nor unequal to anything (three-valued logic, as CQL2 has it): NOT does not bring it back.</remarks>
internal sealed class FeatureFilter
{
    /// <summary>The property that is the shape.</summary>
    public const string ShapeName = "geometry";

    // One test of two outlines takes some milliseconds, and each feature is tested.
    private const int MostSpatialTests = 8;

    private readonly ImmutableArray<ExportColumn> columns;
    private readonly FilterTest test;

    private FeatureFilter(ImmutableArray<ExportColumn> columns, FilterTest test) => (this.columns, this.test) = (columns, test);

    /// <summary>The filter, once its properties are known and its values are of their kinds.</summary>
    /// <exception cref="FilterException">A property is not known, or is compared with what it can never be.</exception>
    public static FeatureFilter Of(FilterTest test, ImmutableArray<ExportColumn> columns)
    {
        if (SpatialTests(test) > MostSpatialTests)
        {
            throw new FilterException("", FormattableString.Invariant($"at most {MostSpatialTests} tests of shapes"), "more");
        }

        var filter = new FeatureFilter(columns, test);
        filter.Check(test);
        return filter;
    }

    /// <summary>Whether it lets a feature through.</summary>
    public bool Lets(Feature feature) => Try(test, feature) == true;

    private void Check(FilterTest test)
    {
        switch (test)
        {
            case FilterTest.And { Parts: var parts }:
                CheckAll(parts);
                break;
            case FilterTest.Or { Parts: var parts }:
                CheckAll(parts);
                break;
            case FilterTest.Not { Part: var part }:
                Check(part);
                break;
            case FilterTest.Compare compare:
                Demand(Kind(compare.Left), Kind(compare.Right));
                break;
            case FilterTest.Like like:
                Demand(Kind(like.Value), ValueKind.Text);
                Demand(Kind(like.Pattern), ValueKind.Text);
                break;
            case FilterTest.Between between:
                Demand(Kind(between.Value), Kind(between.Least));
                Demand(Kind(between.Value), Kind(between.Most));
                break;
            case FilterTest.In choice:
                foreach (var value in choice.Of)
                {
                    Demand(Kind(choice.Value), Kind(value));
                }

                break;
            case FilterTest.IsNull isNull:
                _ = Kind(isNull.Value);
                break;
            case FilterTest.Spatial spatial:
                Demand(Kind(spatial.Left), ValueKind.Shape);
                Demand(Kind(spatial.Right), ValueKind.Shape);
                break;
            case FilterTest.Temporal temporal:
                DemandTime(temporal.Left);
                DemandTime(temporal.Right);
                break;
            case FilterTest.Holds holds:
                Demand(Kind(holds.Value), ValueKind.Truth);
                break;
            default:
                throw new InvalidOperationException(test.GetType().Name);
        }
    }

    private static int SpatialTests(FilterTest test) => test switch
    {
        FilterTest.And { Parts: var parts } => parts.Sum(SpatialTests),
        FilterTest.Or { Parts: var parts } => parts.Sum(SpatialTests),
        FilterTest.Not { Part: var part } => SpatialTests(part),
        FilterTest.Spatial => 1,
        _ => 0,
    };

    private void CheckAll(ImmutableArray<FilterTest> parts)
    {
        foreach (var part in parts)
        {
            Check(part);
        }
    }

    private ValueKind Kind(FilterValue value) => value switch
    {
        FilterValue.Property { Name: ShapeName } => ValueKind.Shape,
        FilterValue.Property property => KindOf(property.Name),
        FilterValue.Text => ValueKind.Text,
        FilterValue.Number => ValueKind.Number,
        FilterValue.Truth => ValueKind.Truth,
        FilterValue.Time => ValueKind.Time,
        FilterValue.Span => ValueKind.Span,
        FilterValue.Shape => ValueKind.Shape,
        FilterValue.AnyCase any => Kind(any.Inner) == ValueKind.Text ? ValueKind.Text : throw new FilterException("CASEI", "a text", "another value"),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    private ValueKind KindOf(string name) => columns.PlaceOf(name) is >= 0 and var at
        ? columns[at].Kind switch
        {
            ExportKind.Text => ValueKind.Text,
            ExportKind.Whole or ExportKind.Decimal => ValueKind.Number,
            ExportKind.YesNo => ValueKind.Truth,
            _ => ValueKind.Time,
        }
        : throw new FilterException("", $"one of {string.Join(", ", columns.Select(c => c.Name).Append(ShapeName))}", $"'{name}'");

    // A text beside a time is read as one.
    private static void Demand(ValueKind left, ValueKind right)
    {
        if (left != right && (left, right) is not ((ValueKind.Time, ValueKind.Text) or (ValueKind.Text, ValueKind.Time)))
        {
            throw new FilterException("", "values of one kind", $"{Name(left)} beside {Name(right)}");
        }

        if (left is ValueKind.Span)
        {
            throw new FilterException("", "T_INTERSECTS or another function of times for an interval", "a comparison");
        }
    }

    private void DemandTime(FilterValue value)
    {
        if (Kind(value) is not (ValueKind.Time or ValueKind.Span))
        {
            throw new FilterException("", "a time", $"{Name(Kind(value))}");
        }

        if (value is FilterValue.Span span)
        {
            foreach (var end in new[] { span.From, span.To }.OfType<FilterValue>().Where(e => Kind(e) != ValueKind.Time))
            {
                throw new FilterException("", "a time", $"{Name(Kind(end))}");
            }
        }
    }

    private static string Name(ValueKind kind) => kind switch
    {
        ValueKind.Text => "a text",
        ValueKind.Number => "a number",
        ValueKind.Truth => "true or false",
        ValueKind.Time => "a time",
        ValueKind.Span => "an interval",
        _ => "a shape",
    };

    private bool? Try(FilterTest test, Feature feature) => test switch
    {
        FilterTest.And all => All(all.Parts, feature, stopsAt: false),
        FilterTest.Or any => All(any.Parts, feature, stopsAt: true),
        FilterTest.Not not => !Try(not.Part, feature),
        FilterTest.Compare compare => Compared(Value(compare.Left, feature), Value(compare.Right, feature)) is { } order ? Holds(compare.Operator, order) : null,
        FilterTest.Like like => Value(like.Value, feature) is string text && Value(like.Pattern, feature) is string pattern ? LikePattern.Fits(text, pattern) : null,
        FilterTest.Between between => Value(between.Value, feature) is var value && Compared(value, Value(between.Least, feature)) is { } low
            && Compared(value, Value(between.Most, feature)) is { } high ? low >= 0 && high <= 0 : null,
        FilterTest.In choice => Value(choice.Value, feature) is { } one ? choice.Of.Any(v => Compared(one, Value(v, feature)) == 0) : null,
        FilterTest.IsNull isNull => Value(isNull.Value, feature) is null,
        FilterTest.Spatial spatial => Value(spatial.Left, feature) is Geometry left && Value(spatial.Right, feature) is Geometry right ? Lies(spatial.Operator, left, right) : null,
        FilterTest.Temporal temporal => Lies(temporal.Operator, Ends(temporal.Left, feature), Ends(temporal.Right, feature)),
        FilterTest.Holds holds => Value(holds.Value, feature) as bool?,
        _ => throw new InvalidOperationException(test.GetType().Name),
    };

    // And stops at the first that does not hold, or at the first that does; what is not known decides only where nothing else does.
    private bool? All(ImmutableArray<FilterTest> parts, Feature feature, bool stopsAt)
    {
        bool? all = !stopsAt;
        foreach (var part in parts)
        {
            var holds = Try(part, feature);
            if (holds == stopsAt)
            {
                return stopsAt;
            }

            all = holds is null ? null : all;
        }

        return all;
    }

    private object? Value(FilterValue value, Feature feature) => value switch
    {
        FilterValue.Property { Name: ShapeName } => feature.Shape,
        FilterValue.Property property => feature.Values[columns.PlaceOf(property.Name)] switch
        {
            long whole => (double)whole,
            var other => other,
        },
        FilterValue.Text text => text.Value,
        FilterValue.Number number => number.Value,
        FilterValue.Truth truth => truth.Value,
        FilterValue.Time time => time.Value,
        FilterValue.Shape shape => shape.Value,
        FilterValue.AnyCase any => (Value(any.Inner, feature) as string)?.ToUpperInvariant(),
        _ => null,
    };

    private (Instant? From, Instant? To) Ends(FilterValue value, Feature feature) => value is FilterValue.Span span
        ? (span.From is { } from ? Value(from, feature) as Instant? : null, span.To is { } to ? Value(to, feature) as Instant? : null)
        : Value(value, feature) is Instant at ? (at, at) : (null, null);

    private static int? Compared(object? left, object? right) => (left, right) switch
    {
        (double a, double b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        (Instant a, Instant b) => a.CompareTo(b),
        (Instant a, string text) => FilterLiterals.TimeOrDateOf(text) is { } b ? a.CompareTo(b) : null,
        (string text, Instant b) => FilterLiterals.TimeOrDateOf(text) is { } a ? a.CompareTo(b) : null,
        (string a, string b) => string.CompareOrdinal(a, b),
        (Geometry a, Geometry b) => a.EqualsTopologically(b) ? 0 : 1,
        _ => null,
    };

    private static bool Holds(string comparison, int order) => comparison switch
    {
        "=" => order == 0,
        "<>" => order != 0,
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    private static bool Lies(string function, Geometry left, Geometry right) => function switch
    {
        "s_intersects" => left.Intersects(right),
        "s_equals" => left.EqualsTopologically(right),
        "s_disjoint" => left.Disjoint(right),
        "s_touches" => left.Touches(right),
        "s_within" => left.Within(right),
        "s_overlaps" => left.Overlaps(right),
        "s_crosses" => left.Crosses(right),
        _ => left.Contains(right),
    };

    private static bool Lies(string function, (Instant? From, Instant? To) a, (Instant? From, Instant? To) b)
    {
        var (from, to) = (a.From ?? Instant.MinValue, a.To ?? Instant.MaxValue);
        var (start, end) = (b.From ?? Instant.MinValue, b.To ?? Instant.MaxValue);
        return function switch
        {
            "t_before" => to < start,
            "t_after" => from > end,
            "t_equals" => from == start && to == end,
            "t_disjoint" => to < start || from > end,
            _ => from <= end && start <= to,
        };
    }

    private enum ValueKind
    {
        Text,
        Number,
        Truth,
        Time,
        Span,
        Shape,
    }
}
