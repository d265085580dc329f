using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Views;

namespace Holdfire.Queries.Tests.Schemas;

/// <summary>The schema files of the answers are those that their types give, and answers are as they say.</summary>
public sealed class AnswerSchemaTests
{
    private static readonly string Folder = Path.Combine(BuiltInCases.Root, "docs", "schema", "answers");

    public static TheoryData<string> Types => [.. AnswerSchema.Types.Select(t => t.Name)];

    public static TheoryData<string> Queries => [.. QueryCatalogue.All.Select(q => q.Name).Where(n => n != "documents check")];

    [Theory]
    [MemberData(nameof(Types))]
    public void File_IsCurrent(string type)
    {
        var of = AnswerSchema.Types.Single(t => t.Name == type);
        Current.Is(Path.Combine(Folder, $"{AnswerSchema.NameOf(of)}.schema.json"), AnswerSchema.TextOf(of));
    }

    [Fact]
    public void Folder_HoldsNoOthers() => Assert.Equal(
        AnswerSchema.Types.Select(t => $"{AnswerSchema.NameOf(t)}.schema.json").Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryKey_IsDescribed(string type)
    {
        foreach (var (path, schema) in Objects(AnswerSchema.Of(AnswerSchema.Types.Single(t => t.Name == type)), "$"))
        {
            Assert.All(
                schema["properties"]!.AsObject(),
                p => Assert.True(p.Value!.AsObject().ContainsKey("description") || p.Value!["$ref"] is not null, $"{path}.{p.Key} is not described"));
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Examples_AnswerAsTheirSchemaSays(string name)
    {
        foreach (var example in QueryCatalogue.Find(name)!.Examples)
        {
            var answer = Ask.Line(example.Replace("my-case", "cases/ukraine-2025", StringComparison.Ordinal)).Answer;
            var schema = AnswerSchema.Of(answer.GetType());
            Assert.Empty(SchemaCheck.Errors(AnswerJson.Element(answer), schema, schema, "$"));
        }
    }

    [Fact]
    public void Documents_AnswerAsTheirSchemaSays()
    {
        var answer = new DocumentsAnswer(CaseView.Of(BuiltInCases.Load("cases/practice-line")), new DocumentId("D1"), []);
        var schema = AnswerSchema.Of(typeof(DocumentsAnswer));
        Assert.Empty(SchemaCheck.Errors(AnswerJson.Element(answer), schema, schema, "$"));
    }

    [Theory]
    [InlineData("record log")]
    [InlineData("record show", "ENTRY", "5")]
    public void Records_AnswerAsTheirSchemaSays(string name, params string[] values)
    {
        var record = RecordReader.Open(Path.Combine(BuiltInCases.Root, "tests", "compat", "record")).OrThrow();
        var arguments = new QueryArguments(
            values.Chunk(2).ToImmutableDictionary(v => v[0], v => new GivenValue(v[1], v[0])), ImmutableDictionary<string, NamedText>.Empty);
        var answer = QueryCatalogue.Find(name)!.RunOnRecord!(record, arguments).Answer;
        var schema = AnswerSchema.Of(answer.GetType());
        Assert.Empty(SchemaCheck.Errors(AnswerJson.Element(answer), schema, schema, "$"));
    }

    [Fact]
    public void Check_FindsWhatIsNotAsTheSchemaSays()
    {
        var schema = AnswerSchema.Of(typeof(PinsAnswer));
        var answer = JsonNode.Parse(AnswerJson.Text(Ask.Line("incidents pins --case cases/practice-line").Answer))!.AsObject();
        answer["pins"] = new JsonArray(new JsonObject { ["id"] = 1 });
        Assert.Contains("$.pins[0].id: expected string", SchemaCheck.Errors(JsonSerializer.SerializeToElement(answer), schema, schema, "$"));
        Assert.Contains("$.pins[0]: no 'same'", SchemaCheck.Errors(JsonSerializer.SerializeToElement(answer), schema, schema, "$"));
    }

    private static IEnumerable<(string Path, JsonObject Schema)> Objects(JsonNode? schema, string path)
    {
        if (schema is not JsonObject at)
        {
            return [];
        }

        var below = at["properties"] is JsonObject properties ? properties.SelectMany(p => Objects(p.Value, $"{path}.{p.Key}")) : Objects(at["items"], path + "[]");
        return at["properties"] is JsonObject ? below.Prepend((path, at)) : below;
    }
}
