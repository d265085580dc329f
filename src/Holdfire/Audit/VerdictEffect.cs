namespace Holdfire.Audit;

/// <summary>What a finding does to the verdict. The order is from weakest to strongest.</summary>
internal enum VerdictEffect
{
    /// <summary>Nothing: it is only told.</summary>
    None,

    /// <summary>It was a check that could have failed and did not.</summary>
    Supports,

    /// <summary>It keeps the claim from being called consistent.</summary>
    Withholds,

    /// <summary>It contradicts the claim.</summary>
    Contradicts,
}
