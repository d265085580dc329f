namespace Holdfire.Model;

/// <summary>What a mission bears of breaches of a truce before it calls it not held.</summary>
/// <param name="Standard">From which standard of proof a breach counts.</param>
/// <param name="PerDay">So many on a civil day of the case's zone are borne, from 0; one more is not.</param>
public sealed record Tolerance(ProofNeeded Standard, int PerDay)
{
    /// <summary>Where a mission sets none: one corroborated breach is one too many.</summary>
    public static Tolerance Default { get; } = new(ProofNeeded.Corroborated, 0);
}
