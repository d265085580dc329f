using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>Answers kept from an earlier version come out the same, byte for byte, but for the coordinates.</summary>
public sealed class CompatTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2031, 3, 10, 0, 0);

    public static TheoryData<string> Bundleable => [.. QueryCatalogue.All.Where(q => q.Bundleable).Select(q => q.Name)];

    [Theory]
    [MemberData(nameof(Bundleable))]
    public void Answer_OfTheRecordOfAnEarlierVersion_IsTheSameBytes(string name)
    {
        var record = CompatRecord.Load();
        var query = QueryCatalogue.Find(name)!;
        var arguments = QueryArguments.Parse(query, CompatRecord.ArgumentsOf(name), out _);
        foreach (var (file, knownBy) in new (string, Instant?)[] { ($"{name}.json", null), ($"{name}.as-of.json", AsOf) })
        {
            var view = new CaseView(record.Recorded, record.Coordinates with { KnownBy = knownBy }) { FusionParameters = record.FusionParameters };
            var answer = query.Run(view, arguments, Work.Unlimited).Answer;
            Assert.Equal(
                File.ReadAllText(Path.Combine(BuiltInCases.Root, "tests", "compat", "answers", file)).TrimEnd('\n'),
                AnswerJson.TextWithoutCoordinates(answer));
            var coordinates = AnswerJson.Element(answer).GetProperty("coordinates");
            Assert.Equal(record.Coordinates.RecordedAt!.Size, coordinates.GetProperty("recorded_at").GetInt64());
            Assert.Equal(Texts.OfOptional(knownBy), coordinates.GetProperty("known_by").GetString());
        }
    }
}
