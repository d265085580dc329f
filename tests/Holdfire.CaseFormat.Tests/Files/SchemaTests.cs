using System.Text.Json;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("case")]
    [InlineData("parties")]
    [InlineData("sources")]
    [InlineData("truces")]
    [InlineData("statements")]
    [InlineData("pins")]
    [InlineData("restrictions")]
    [InlineData("steps")]
    [InlineData("queries")]
    [InlineData("replies")]
    [InlineData("talks")]
    public void Schema_OfEachFile_AgreesWithTheLoader(string name)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "schema", name + ".schema.json")));
        var root = schema.RootElement;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", root.GetProperty("$schema").GetString());
        var (table, map) = name switch
        {
            "case" => (CaseKeys.Case, root),
            "statements" => (CaseKeys.Statements, root),
            "talks" => (TalksKeys.Talks, root),
            "parties" => (CaseKeys.Party, root.GetProperty("items")),
            "restrictions" => (CaseKeys.Restriction, root.GetProperty("items")),
            "steps" => (CaseKeys.Step, root.GetProperty("items")),
            "queries" => (CaseKeys.Query, root.GetProperty("items")),
            "replies" => (CaseKeys.Reply, root.GetProperty("items")),
            "pins" => (CaseKeys.Pin, root.GetProperty("items")),
            "sources" => (CaseKeys.Source, root.GetProperty("items")),
            _ => (CaseKeys.Truce, root.GetProperty("items")),
        };
        Compare(table, map, root, name);
    }

    private static void Compare(KeyTable table, JsonElement at, JsonElement root, string path)
    {
        var map = Resolve(at, root);
        Assert.Equal("object", map.GetProperty("type").GetString());
        Assert.False(map.GetProperty("additionalProperties").GetBoolean());
        var properties = map.GetProperty("properties");
        Assert.Equal(Set(table.Rules.Select(r => path + "." + r.Name)), Set(properties.EnumerateObject().Select(p => path + "." + p.Name)));
        Assert.Equal(
            Set(table.Rules.Where(r => r.Required).Select(r => path + "." + r.Name)),
            Set(Strings(map, "required").Select(r => path + "." + r)));
        foreach (var rule in table.Rules)
        {
            CompareRule(rule, Resolve(properties.GetProperty(rule.Name), root), root, path + "." + rule.Name);
        }
    }

    private static void CompareRule(KeyRule rule, JsonElement value, JsonElement root, string path)
    {
        Assert.Equal(Set(rule.Allowed.Select(a => path + "=" + a)), Set(Strings(value, "enum").Select(a => path + "=" + a)));
        if (rule.Shape is KeyShape.Texts or KeyShape.Maps)
        {
            Assert.Equal("array", value.GetProperty("type").GetString());
        }

        if (rule.Table is not null)
        {
            Compare(rule.Table, rule.Shape == KeyShape.Maps ? value.GetProperty("items") : value, root, path);
        }
    }

    private static JsonElement Resolve(JsonElement at, JsonElement root) =>
        at.TryGetProperty("$ref", out var reference)
            ? root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]) : at;

    private static IEnumerable<string> Strings(JsonElement map, string name) =>
        map.TryGetProperty(name, out var list)
            ? list.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText()) : [];

    private static SortedSet<string> Set(IEnumerable<string> names) => new(names, StringComparer.Ordinal);
}
