using System.Security.Cryptography;
using System.Text;

namespace Holdfire.Fusion;

/// <summary>
/// Learns a parameter set from reports without knowing which are of one event: expectation-maximisation (Dempster, Laird,
/// Rubin 1977) with the set given as prior, worth <see cref="PriorMatches"/> matches.
/// </summary>
public static class FusionFit
{
    /// <summary>Under this many expected matches nothing is learnt.</summary>
    public const int LeastMatches = 200;

    /// <summary>What the set given is worth, in matches.</summary>
    public const double PriorMatches = 200;

    private const int MostRounds = 8;

    /// <summary>Learns from the reports of the input; its parameters are the prior, its pins are obeyed.</summary>
    public static FitResult Of(FusionInput input)
    {
        var prior = input.Parameters with { Background = BackgroundMap.Of(input.Reports, input.Places, input.Sources) };
        var set = prior;
        var matches = 0.0;
        for (var round = 1; round <= MostRounds; round++)
        {
            var sums = new FitSums(Fuser.Fuse(input with { Parameters = set }));
            matches = sums.Matches;
            if (matches < LeastMatches)
            {
                return new FitResult(Named(prior), matches, 0);
            }

            set = sums.Learn(prior);
        }

        return new FitResult(Named(set), matches, MostRounds);
    }

    // The name follows from the content, so that two sets of one name are one set.
    private static FusionParameters Named(FusionParameters set)
    {
        var text = FusionParametersText.Write(set with { Version = "" });
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return set with { Version = $"fit-{hash[..12]}" };
    }
}
