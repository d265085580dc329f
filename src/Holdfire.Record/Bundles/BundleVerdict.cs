namespace Holdfire.Record.Bundles;

/// <summary>What a bundle shows (docs/bundle-format.md). The names stand in JSON, and the second verifier has the same.</summary>
public enum BundleVerdict
{
    /// <summary>Something is wrong with it.</summary>
    Refused,

    /// <summary>
    /// Nothing is wrong with it, but what the verifier gave to check against does not vouch for it: a trusted witness, a policy, or
    /// a checkpoint that cannot be compared.
    /// </summary>
    NotVouched,

    /// <summary>Every entry of the record is here with the contents that answers go by, and the figure follows from them.</summary>
    Holds,

    /// <summary>Every entry of the record is here, and the report among them.</summary>
    HoldsReport,

    /// <summary>The report is in the record; a later entry that changes it may be missing here.</summary>
    InRecord,

    /// <summary>The figure follows from the entries that are here; others that bear on it, or protected contents, may be missing.</summary>
    AtLeast,

    /// <summary>Every entry of the record is here with the contents that answers go by; whether the figure follows was not looked at.</summary>
    NotRecomputed,

    /// <summary>Some entries, or not all contents that answers go by, are here; whether the figure follows from them was not looked at.</summary>
    NotRecomputedInPart,
}
