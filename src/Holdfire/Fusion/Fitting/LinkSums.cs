namespace Holdfire.Fusion;

/// <summary>How readily reports join others, of all sources and of each.</summary>
/// <remarks>
/// Where the number of reports of an event is geometric with the ratio q, a share (1 - q)² of reports stands alone, and the
/// odds of a pair are 2 q / (1 - q)² times the ratio of its density to the background: docs/fusion.md, section "Learning".
/// </remarks>
internal sealed class LinkSums
{
    private readonly Dictionary<int, FitMean> bySource = [];
    private readonly FitMean all;

    public LinkSums(FusionResult result)
    {
        var alone = AloneOdds.Of(result);
        foreach (var row in result.Evidence)
        {
            var source = result.Rows.Values[row].Source;
            var mean = bySource.GetValueOrDefault(source);
            mean.Add(1 - alone[row], 1);
            all.Add(1 - alone[row], 1);
            bySource[source] = mean;
        }
    }

    /// <summary>
    /// The prior weight of a joining report, drawn to the one before and never below it: what is not believed cannot teach.
    /// </summary>
    public double Bits(double before)
    {
        var alone = Math.Clamp(1 - all.Toward(0, 1e-9), 0.001, 0.999);
        var bits = Math.Log2(2 * (1 - Math.Sqrt(alone)) / alone);
        return Math.Max(before, ((bits * all.Weight) + (before * FusionFit.PriorMatches)) / (all.Weight + FusionFit.PriorMatches));
    }

    /// <summary>How many bits more the reports of a source join.</summary>
    public double SourceBits(int source)
    {
        var usual = Math.Clamp(all.Toward(0, 1e-9), 0.001, 0.999);
        var own = Math.Clamp(bySource.GetValueOrDefault(source).Toward(usual, FusionFit.PriorMatches), 0.001, 0.999);
        return Math.Log2(own / (1 - own)) - Math.Log2(usual / (1 - usual));
    }
}
