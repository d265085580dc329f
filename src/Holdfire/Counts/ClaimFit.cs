namespace Holdfire.Counts;

/// <summary>How a claim lies to the act, region and target of a query.</summary>
internal enum ClaimFit
{
    /// <summary>Nothing of it can be asked for.</summary>
    Outside,

    /// <summary>Some of it may be.</summary>
    Touches,

    /// <summary>All of it is.</summary>
    Inside,
}
