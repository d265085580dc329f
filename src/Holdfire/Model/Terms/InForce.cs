using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>From when to when a truce bound one party.</summary>
/// <param name="Party">The party.</param>
/// <param name="When">From the earliest start to the latest end that are possible, half open; without an end where none is known.</param>
/// <param name="Precision">How exactly the ends are known.</param>
/// <param name="Zone">The IANA id of the zone in which they were given.</param>
/// <param name="Basis">Where the ends come from, and who disputes them.</param>
/// <param name="Disputed">Whether another account gives other ends.</param>
public sealed record InForce(
    PartyId Party, Interval When, TimePrecision Precision, string Zone, string Basis, bool Disputed)
{
    /// <summary>The latest start that is possible, where it is known to a day, a month or a year alone; null: as the start.</summary>
    public Instant? LatestStart { get; init; }

    /// <summary>The earliest end that is possible, where it is known to a day, a month or a year alone; null: as the end.</summary>
    public Instant? EarliestEnd { get; init; }

    /// <summary>Whether it has ended at a time that nobody gives. Without an end and without this it goes on until ended.</summary>
    public bool EndUnknown { get; init; }

    /// <summary>The number of the extension that it belongs to, from 1; null for the time first agreed.</summary>
    public int? Extension { get; init; }

    /// <summary>The time in which it certainly bound the party; null where no instant is certain.</summary>
    public Interval? Certain
    {
        get
        {
            Instant? start = LatestStart ?? (When.HasStart ? When.Start : null);
            Instant? end = EarliestEnd ?? (When.HasEnd ? When.End : null);
            return EndUnknown || (start is { } s && end is { } e && s >= e) ? null : new Interval(start, end);
        }
    }
}
