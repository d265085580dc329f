using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Holdfire.Exports;
using Holdfire.Server.Ogc;
using Holdfire.Server.Ogc.Features;
using Holdfire.Server.Ogc.Filter;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Holdfire.Server.Tests.Ogc;

/// <summary>Filters of CQL2 (OGC 21-065r2), in both forms.</summary>
public sealed class FilterTests
{
    private static readonly ImmutableArray<ExportColumn> Columns =
    [
        new("name", ExportKind.Text, ""), new("count", ExportKind.Whole, ""), new("share", ExportKind.Decimal, ""), new("sure", ExportKind.YesNo, ""),
        new("from", ExportKind.Instant, ""),
    ];

    private static readonly Feature Here = new(
        "1", ["Lower Marl", 3L, 0.5, true, Instant.FromUtc(2031, 3, 10, 6, 0)], null, null, () => new Point(-20.3, -30.3));

    private static readonly Feature Unsaid = new("2", [null, null, null, null, null], null, null, () => null);

    [Theory]
    [InlineData("name = 'Lower Marl'", true)]
    [InlineData("name <> 'Lower Marl'", false)]
    [InlineData("count = 3 AND share < 0.6", true)]
    [InlineData("count > 3 OR share >= 0.5", true)]
    [InlineData("NOT (count = 3)", false)]
    [InlineData("count BETWEEN 1 AND 3", true)]
    [InlineData("count NOT BETWEEN 1 AND 3", false)]
    [InlineData("count IN (1, 2, 3)", true)]
    [InlineData("name NOT IN ('a', 'b')", true)]
    [InlineData("name LIKE 'Lower%'", true)]
    [InlineData("name LIKE '_ower M%l'", true)]
    [InlineData("name LIKE 'lower%'", false)]
    [InlineData("CASEI(name) LIKE CASEI('lower%')", true)]
    [InlineData("name LIKE 'Lower\\%'", false)]
    [InlineData("name IS NULL", false)]
    [InlineData("name IS NOT NULL", true)]
    [InlineData("sure", true)]
    [InlineData("sure = true AND NOT sure = FALSE", true)]
    [InlineData("TRUE", true)]
    [InlineData("from > DATE('2031-03-10')", true)]
    [InlineData("from <= TIMESTAMP('2031-03-10T06:00:00Z')", true)]
    [InlineData("from = TIMESTAMP('2031-03-10T08:00:00+02:00')", true)]
    [InlineData("from < '2031-03-10'", false)]
    [InlineData("T_INTERSECTS(from, INTERVAL('2031-03-10','2031-03-11'))", true)]
    [InlineData("T_AFTER(from, DATE('2031-03-11'))", false)]
    [InlineData("T_INTERSECTS(from, INTERVAL('..','2031-03-09'))", false)]
    [InlineData("S_INTERSECTS(geometry, BBOX(-21, -31, -20, -30))", true)]
    [InlineData("S_INTERSECTS(geometry, POINT(-20.3 -30.3))", true)]
    [InlineData("S_WITHIN(geometry, POLYGON((-21 -31, -20 -31, -20 -30, -21 -30, -21 -31)))", true)]
    [InlineData("S_DISJOINT(geometry, MULTIPOINT((0 0), (1 1)))", true)]
    [InlineData("((name = 'Lower Marl') AND (count >= 3))", true)]
    [InlineData("\"name\" = 'Lower Marl'", true)]
    [InlineData("name = 'it''s'", false)]
    [InlineData("count = -3 OR count = 3e0", true)]
    public void Text_chooses_by_its_words(string filter, bool expected) => Assert.Equal(expected, Lets(filter, Here));

    [Theory]
    [InlineData("name = 'x'", false)]
    [InlineData("NOT name = 'x'", false)]
    [InlineData("name <> 'x'", false)]
    [InlineData("name IS NULL", true)]
    [InlineData("name = 'x' OR name IS NULL", true)]
    [InlineData("NOT (name = 'x' AND count IS NOT NULL)", true)]
    [InlineData("S_DISJOINT(geometry, POINT(0 0))", false)]
    public void What_is_not_said_is_neither_equal_nor_unequal(string filter, bool expected) => Assert.Equal(expected, Lets(filter, Unsaid));

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name =")]
    [InlineData("name = 'x")]
    [InlineData("name = 3")]
    [InlineData("nothing = 3")]
    [InlineData("count LIKE 'a'")]
    [InlineData("count = 3 AND")]
    [InlineData("(count = 3")]
    [InlineData("count = 3)")]
    [InlineData("DELETE(count)")]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))")]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0, 2 2, 2 0, 0 2, 0 0)))")]
    [InlineData("S_INTERSECTS(geometry, name)")]
    [InlineData("from > DATE('2031-02-30')")]
    [InlineData("count = 1e999")]
    public void What_is_no_filter_is_refused_with_a_line(string filter) =>
        Assert.DoesNotContain('\n', Assert.Throws<FilterException>(() => Lets(filter, Here)).Message);

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        Assert.Throws<FilterException>(() => Lets(new string('(', 5000) + "count = 1" + new string(')', 5000), Here));
        Assert.Throws<FilterException>(() => Lets(string.Concat(Enumerable.Repeat("CASEI(", 5000)) + "name", Here));
        Assert.Throws<FilterException>(() => JsonFilterReader.Read(string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", 5000)), OgcCrs.Usual));
    }

    [Fact]
    public void Json_says_the_same_as_text() => Tests.Sample(test =>
    {
        var (text, json) = (WriteText(test), WriteJson(test).ToJsonString());
        var (of, and) = (FeatureFilter.Of(TextFilterReader.Read(text, OgcCrs.Usual), Columns), FeatureFilter.Of(JsonFilterReader.Read(json, OgcCrs.Usual), Columns));
        var direct = FeatureFilter.Of(test, Columns);
        foreach (var feature in new[] { Here, Unsaid })
        {
            Assert.Equal(direct.Lets(feature), of.Lets(feature));
            Assert.Equal(direct.Lets(feature), and.Lets(feature));
        }
    }, iter: 2000);

    [Fact]
    public void Whatever_is_given_is_read_or_refused()
    {
        string[] pieces =
        [
            "name", "count", "geometry", "=", "<", "(", ")", "'", "\"", "AND", "OR", "NOT", "LIKE", "IN", "BETWEEN", "IS", "NULL", "3", "-", "1e9", ",", "S_INTERSECTS",
            "POINT", "BBOX", "POLYGON", "((", "0 0", "INTERVAL", "DATE", "CASEI", "'2031-03-10'", "é", "\0", "Z", "TRUE",
        ];
        Gen.Select(OneOfThese(pieces).Array[0, 14], OneOfThese("", " ")).Select((words, blank) => string.Join(blank, words))
            .Sample(text => Quietly(() => Lets(text, Here)), iter: 20_000);
        string[] json = ["{", "}", "[", "]", "\"op\":", "\"args\":", "\"and\"", "\"=\"", ",", "{\"property\":\"name\"}", "3", "null", "{\"type\":\"Polygon\",\"coordinates\":[]}", "{\"bbox\":[1,2,3,4]}"];
        OneOfThese(json).Array[0, 12].Select(string.Concat)
            .Sample(text => Quietly(() => FeatureFilter.Of(JsonFilterReader.Read(text, OgcCrs.Usual), Columns).Lets(Here)), iter: 20_000);
    }

    private static bool Lets(string filter, Feature feature) => FeatureFilter.Of(TextFilterReader.Read(filter, OgcCrs.Usual), Columns).Lets(feature);

    private static void Quietly(Func<bool> read)
    {
        try
        {
            _ = read();
        }
        catch (FilterException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    private static readonly Gen<FilterValue> Numbers = Gen.OneOf(
        Gen.Int[-5, 5].Select(n => (FilterValue)new FilterValue.Number(n)), OneOfThese("count", "share").Select(n => (FilterValue)new FilterValue.Property(n)));

    private static readonly Gen<FilterValue> Words = Gen.OneOf(
        OneOfThese("Lower Marl", "it's", "", "%a_").Select(t => (FilterValue)new FilterValue.Text(t)), Gen.Const((FilterValue)new FilterValue.Property("name")),
        Gen.Const((FilterValue)new FilterValue.AnyCase(new FilterValue.Property("name"))));

    private static readonly Gen<FilterTest> Leaves = Gen.OneOf<FilterTest>(
        Gen.Select(OneOfThese("=", "<>", "<", "<=", ">", ">="), Numbers, Numbers).Select((o, a, b) => (FilterTest)new FilterTest.Compare(o, a, b)),
        Gen.Select(OneOfThese("=", "<>"), Words, Words).Select((o, a, b) => (FilterTest)new FilterTest.Compare(o, a, b)),
        Gen.Select(Words, Words).Select((a, b) => (FilterTest)new FilterTest.Like(a, b)),
        Gen.Select(Numbers, Numbers, Numbers).Select((a, b, c) => (FilterTest)new FilterTest.Between(a, b, c)),
        Gen.Select(Words, Words.Array[1, 3]).Select((a, of) => (FilterTest)new FilterTest.In(a, [.. of])),
        Numbers.Select(a => (FilterTest)new FilterTest.IsNull(a)));

    private static Gen<T> OneOfThese<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static readonly Gen<FilterTest> Tests = Deeper(Deeper(Leaves));

    private static Gen<FilterTest> Deeper(Gen<FilterTest> of) => Gen.OneOf<FilterTest>(
        of, of.Select(t => (FilterTest)new FilterTest.Not(t)), of.Array[2, 3].Select(t => (FilterTest)new FilterTest.And([.. t])),
        of.Array[2, 3].Select(t => (FilterTest)new FilterTest.Or([.. t])));

    private static string WriteText(FilterTest test) => test switch
    {
        FilterTest.And all => $"({string.Join(" AND ", all.Parts.Select(WriteText))})",
        FilterTest.Or any => $"({string.Join(" or ", any.Parts.Select(WriteText))})",
        FilterTest.Not not => $"NOT ({WriteText(not.Part)})",
        FilterTest.Compare c => $"{WriteText(c.Left)}{c.Operator}{WriteText(c.Right)}",
        FilterTest.Like l => $"{WriteText(l.Value)} LIKE {WriteText(l.Pattern)}",
        FilterTest.Between b => $"{WriteText(b.Value)} between {WriteText(b.Least)} AND {WriteText(b.Most)}",
        FilterTest.In i => $"{WriteText(i.Value)} IN ({string.Join(",", i.Of.Select(WriteText))})",
        FilterTest.IsNull n => $"{WriteText(n.Value)} IS NULL",
        _ => throw new InvalidOperationException(),
    };

    private static string WriteText(FilterValue value) => value switch
    {
        FilterValue.Property p => p.Name,
        FilterValue.Text t => new StringBuilder().Append('\'').Append(t.Value.Replace("'", "''", StringComparison.Ordinal)).Append('\'').ToString(),
        FilterValue.Number n => n.Value.ToString(CultureInfo.InvariantCulture),
        FilterValue.AnyCase c => $"CASEI({WriteText(c.Inner)})",
        _ => throw new InvalidOperationException(),
    };

    private static JsonNode WriteJson(FilterTest test) => test switch
    {
        FilterTest.And all => Operation("and", [.. all.Parts.Select(WriteJson)]),
        FilterTest.Or any => Operation("or", [.. any.Parts.Select(WriteJson)]),
        FilterTest.Not not => Operation("not", WriteJson(not.Part)),
        FilterTest.Compare c => Operation(c.Operator, WriteJson(c.Left), WriteJson(c.Right)),
        FilterTest.Like l => Operation("like", WriteJson(l.Value), WriteJson(l.Pattern)),
        FilterTest.Between b => Operation("between", WriteJson(b.Value), WriteJson(b.Least), WriteJson(b.Most)),
        FilterTest.In i => Operation("in", WriteJson(i.Value), new JsonArray([.. i.Of.Select(WriteJson)])),
        FilterTest.IsNull n => Operation("isNull", WriteJson(n.Value)),
        _ => throw new InvalidOperationException(),
    };

    private static JsonNode WriteJson(FilterValue value) => value switch
    {
        FilterValue.Property p => new JsonObject { ["property"] = p.Name },
        FilterValue.Text t => JsonValue.Create(t.Value),
        FilterValue.Number n => JsonValue.Create(n.Value),
        FilterValue.AnyCase c => Operation("casei", WriteJson(c.Inner)),
        _ => throw new InvalidOperationException(),
    };

    private static JsonObject Operation(string op, params JsonNode[] args) => new() { ["op"] = op, ["args"] = new JsonArray(args) };
}
