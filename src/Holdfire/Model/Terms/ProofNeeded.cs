namespace Holdfire.Model;

/// <summary>From which standard of proof a mission counts a breach against its tolerance. docs/findings.md says how each is reached.</summary>
public enum ProofNeeded
{
    /// <summary>Someone says so.</summary>
    Alleged,

    /// <summary>It is borne out.</summary>
    Corroborated,

    /// <summary>It was examined, or recorded and seen.</summary>
    Verified,
}
