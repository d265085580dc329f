using System.Collections.Immutable;

namespace Holdfire.Bench.Fusion.Judging;

/// <summary>A pair of reports and the probability, 0 to 1, that they are about the same event.</summary>
internal readonly record struct PairOdds(string A, string B, double Probability);

/// <summary>What a method answers: the group of each report and, where it gives any, probabilities of pairs.</summary>
/// <param name="Groups">Report id to group id; a report that is not in it is a group of its own.</param>
/// <param name="Pairs">Empty where the method gives no probabilities.</param>
internal sealed record Grouping(IReadOnlyDictionary<string, string> Groups, ImmutableArray<PairOdds> Pairs)
{
    public Grouping(IReadOnlyDictionary<string, string> groups)
        : this(groups, [])
    {
    }

    /// <summary>The group of a report; what is told of no group stands alone.</summary>
    public string Of(string report) => Groups.TryGetValue(report, out var group) ? "g:" + group : "r:" + report;
}
