namespace Holdfire.Bench.Fusion.Peers;

/// <summary>Where the model takes u from: how often pairs that are no matches agree.</summary>
internal enum UEstimate
{
    /// <summary>Pairs at random.</summary>
    Random,

    /// <summary>All compared pairs, nearly all of which are no matches; the prior is then held at one match a report.</summary>
    Compared,

    /// <summary>Compared pairs by their probability of being no match, anew in each step.</summary>
    Learnt,
}
