using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>From when to when a truce bound one party.</summary>
/// <param name="Party">The id of the party.</param>
/// <param name="From">The start; null where it is not known.</param>
/// <param name="To">The end, which does not belong to it; null where it is open.</param>
/// <param name="Basis">Where the ends come from, and who disputes them.</param>
/// <param name="Disputed">Whether another account gives other ends.</param>
public sealed record InForceAnswer(string Party, Instant? From, Instant? To, string Basis, bool Disputed)
{
    /// <summary>From a time in force.</summary>
    public static InForceAnswer Of(InForce f) =>
        new(f.Party.Value, f.When.HasStart ? f.When.Start : null, f.When.HasEnd ? f.When.End : null, f.Basis, f.Disputed);
}
