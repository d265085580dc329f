using System.Collections.Immutable;

namespace Holdfire.Fusion;

/// <summary>
/// What one pass over the matches says of the parameters: each number is a mean over pairs, weighted by their probability.
/// </summary>
internal sealed class FitSums
{
    private readonly FusionResult result;
    private readonly FusionParameters used;
    private readonly List<(int A, int B, double Probability)> pairs;
    private readonly SortedDictionary<string, (int Number, SourceSums Sums)> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<int, SourceSums> byNumber = [];
    private FitMean wrongActs, wrongActors, wrongTargets;
    private FitSpread count, harm;

    public FitSums(FusionResult result)
    {
        (this.result, used) = (result, result.Scorer.Parameters);
        (count, harm) = (new FitSpread(used.CountError), new FitSpread(used.HarmError));
        pairs = [.. new PairOdds(result).Evidence()];
        Matches = pairs.Sum(p => p.Probability);
        foreach (var row in result.Evidence)
        {
            AddReport(row);
        }

        foreach (var (a, b, p) in pairs)
        {
            AddPair(result.Rows.Values[a], result.Rows.Values[b], p);
            wrongActs.Add(result.ReportAt(a).Act.IsDisjointFrom(result.ReportAt(b).Act) ? 0.5 : 0, p);
        }
    }

    /// <summary>The expected number of matching pairs.</summary>
    public double Matches { get; }

    /// <summary>The parameters that make these matches likeliest, drawn to the prior.</summary>
    public FusionParameters Learn(FusionParameters prior)
    {
        var joined = new LinkSums(result);
        return prior with
        {
            LinkBits = joined.Bits(prior.LinkBits),
            ActError = Error(wrongActs, prior.ActError),
            ActorError = Error(wrongActors, prior.ActorError),
            TargetError = Error(wrongTargets, prior.TargetError),
            CountMean = count.Mean(used.CountMean, prior.CountMean),
            CountSpread = count.Spread(prior.CountSpread),
            CountError = count.Error(prior.CountError),
            HarmMean = harm.Mean(used.HarmMean, prior.HarmMean),
            HarmSpread = harm.Spread(prior.HarmSpread),
            HarmError = harm.Error(prior.HarmError),
            Sources = sources.ToImmutableSortedDictionary(
                s => s.Key, s => s.Value.Sums.Learn(prior, Of(prior, s.Key), joined.SourceBits(s.Value.Number)), StringComparer.Ordinal),
        };
    }

    // Pairs that the set does not believe cannot teach it that errors are common, so errors are never learnt to be rarer.
    private static double Error(FitMean wrong, double before) =>
        Math.Clamp(wrong.Toward(before, FusionFit.PriorMatches), before, 0.5);

    private static SourceParameters Of(FusionParameters set, string source) =>
        set.Sources.GetValueOrDefault(source) ?? new SourceParameters(set.PlaceErrorKm, set.TimeErrorHours, 0, 0, 0);

    private void AddReport(int row)
    {
        ref readonly var values = ref result.Rows.Values[row];
        if (!byNumber.ContainsKey(values.Source))
        {
            var name = result.ReportAt(row).Source.Value;
            byNumber[values.Source] = new SourceSums(Of(used, name));
            sources[name] = (values.Source, byNumber[values.Source]);
        }

        count.Add(values.Count);
        harm.Add(values.Killed);
        harm.Add(values.Injured);
    }

    private void AddPair(in FusionRow a, in FusionRow b, double p)
    {
        if (a.Source != b.Source)
        {
            byNumber[a.Source].Add(a, b, p);
            byNumber[b.Source].Add(b, a, p);
        }

        if (a.Actor.IsNamed && b.Actor.IsNamed)
        {
            wrongActors.Add(a.Actor.Number != b.Actor.Number ? 0.5 : 0, p);
        }

        if (a.Target.IsNamed && b.Target.IsNamed)
        {
            wrongTargets.Add(a.Target.Number != b.Target.Number ? 0.5 : 0, p);
        }

        if (a.CountKey == b.CountKey)
        {
            count.AddPair(a.Count, b.Count, p);
        }

        harm.AddPair(a.Killed, b.Killed, p);
        harm.AddPair(a.Injured, b.Injured, p);
    }
}
