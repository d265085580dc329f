namespace Holdfire.Talks.Stability;

/// <summary>In which senses a state is stable. Definitions: docs/talks.md.</summary>
[Flags]
public enum StabilityKinds
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>No move leads to a better state.</summary>
    Nash = 1,

    /// <summary>General metarational: after each improvement the others can move to a state that is no better.</summary>
    Gmr = 2,

    /// <summary>Symmetric metarational: and from there no further move helps.</summary>
    Smr = 4,

    /// <summary>Sequentially stable: and the others do so by improvements of their own.</summary>
    Seq = 8,

    /// <summary>In all.</summary>
    All = 15,
}
