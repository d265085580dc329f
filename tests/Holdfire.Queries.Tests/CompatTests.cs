using System.Text.Json;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>
/// Answers kept from an earlier version come out the same, byte for byte, but for the coordinates. Where the rules have a new version
/// since, which a bundle's verifier says, every key is still there; a new version of the form may have other keys.
/// </summary>
public sealed class CompatTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2031, 3, 10, 0, 0);

    // Earlier versions answered these; a query that is new has no answer of theirs yet.
    public static TheoryData<string> Bundleable => [.. QueryCatalogue.All.Where(q => q.Bundleable && File.Exists(FileOf($"{q.Name}.json"))).Select(q => q.Name)];

    [Theory]
    [MemberData(nameof(Bundleable))]
    public void Answer_OfTheRecordOfAnEarlierVersion_IsTheSameBytesOrOfANamedLaterEdition(string name)
    {
        var record = CompatRecord.Load();
        var query = QueryCatalogue.Find(name)!;
        var arguments = QueryArguments.Parse(query, CompatRecord.ArgumentsOf(name), out _);
        foreach (var (file, knownBy) in new (string, Instant?)[] { ($"{name}.json", null), ($"{name}.as-of.json", AsOf) })
        {
            var view = new CaseView(record.Recorded, record.Coordinates with { KnownBy = knownBy }) { FusionParameters = record.FusionParameters };
            var answer = query.Run(view, arguments, Work.Unlimited).Answer;
            var kept = File.ReadAllText(FileOf(file)).TrimEnd('\n');
            var (then, now) = (JsonDocument.Parse(kept).RootElement, AnswerJson.Element(answer));
            if (EditionOf(then) == EditionOf(now))
            {
                Assert.Equal(kept, AnswerJson.TextWithoutCoordinates(answer));
            }
            else if (EditionOf(then).Schema == EditionOf(now).Schema)
            {
                Assert.Empty(Missing(then, now, ""));
            }

            var coordinates = now.GetProperty("coordinates");
            Assert.Equal(record.Coordinates.RecordedAt!.Size, coordinates.GetProperty("recorded_at").GetInt64());
            Assert.Equal(Texts.OfOptional(knownBy), coordinates.GetProperty("known_by").GetString());
        }
    }

    private static string FileOf(string file) => Path.Combine(BuiltInCases.Root, "tests", "compat", "answers", file);

    private static (string? Schema, string? Rules) EditionOf(JsonElement answer) =>
        (answer.GetProperty("schema").GetString(), answer.TryGetProperty("rules", out var rules) ? rules.GetString() : null);

    // Keys of the first that the second lacks; of lists the first items are compared.
    private static IEnumerable<string> Missing(JsonElement then, JsonElement now, string path) => (then.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => then.EnumerateObject().SelectMany(p => now.TryGetProperty(p.Name, out var value)
            ? Missing(p.Value, value, $"{path}.{p.Name}") : [$"{path}.{p.Name}"]),
        (JsonValueKind.Array, JsonValueKind.Array) when then.GetArrayLength() > 0 && now.GetArrayLength() > 0 => Missing(then[0], now[0], path + "[]"),
        _ => [],
    };
}
