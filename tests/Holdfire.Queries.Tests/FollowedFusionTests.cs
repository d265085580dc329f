using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Views;

namespace Holdfire.Queries.Tests;

/// <summary>Whoever follows a record gets the answers of whoever asks once.</summary>
public sealed class FollowedFusionTests
{
    private static readonly NamedText Frozen = new("frozen", FusionParametersText.Write(FusionParameters.Defaults with { Version = "frozen" }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AViewThatGoesOnFromEarlierOnes_AnswersAsOneAlone(bool frozen)
    {
        var whole = BuiltInCases.Load("cases/ukraine-2025");
        var memory = new ViewMemory();
        for (var left = 30; left >= 0; left -= 15)
        {
            var grown = whole with { Reports = [.. whole.Reports.Where((_, i) => i % 50 >= left)] };
            CaseView View(ViewMemory? kept) => new(grown, CaseView.Of(grown).Coordinates) { FusionParameters = () => new RecordedParameters(frozen ? Frozen : null, []), Memory = kept };
            foreach (var name in new[] { "incidents", "findings" })
            {
                Assert.Equal(Answer(name, View(null)), Answer(name, View(memory)));
            }
        }
    }

    private static string Answer(string name, CaseView view)
    {
        var none = new QueryArguments(ImmutableDictionary<string, GivenValue>.Empty, ImmutableDictionary<string, NamedText>.Empty);
        return AnswerJson.Text(QueryCatalogue.Find(name)!.Run(view, none, Work.Unlimited).Answer);
    }
}
