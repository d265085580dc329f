using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>From when to when a truce bound one party.</summary>
/// <param name="Party">The party.</param>
/// <param name="When">From the start to the end, half open.</param>
/// <param name="Precision">How exactly the ends are known.</param>
/// <param name="Zone">The IANA id of the zone in which they were given.</param>
/// <param name="Basis">Where the ends come from, and who disputes them.</param>
/// <param name="Disputed">Whether another account gives other ends.</param>
public sealed record InForce(
    PartyId Party, Interval When, TimePrecision Precision, string Zone, string Basis, bool Disputed);
