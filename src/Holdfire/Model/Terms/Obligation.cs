using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>Something that a truce asks of a party by a time.</summary>
/// <param name="Party">Who.</param>
/// <param name="Text">What, in words of our own.</param>
/// <param name="Deadline">By when, or null where no date is set; see <see cref="DueUnder"/>.</param>
public sealed record Obligation(PartyId Party, string Text, Instant? Deadline)
{
    /// <summary>Its id within the truce: as written, else <c>O</c> and its place from 1.</summary>
    public string Id { get; init; } = "";

    /// <summary>What is to be done, or null where that is in words alone.</summary>
    public ActCode? Act { get; init; }

    /// <summary>How much is to be done, at least its minimum; null where it is done or not.</summary>
    public CountRange? Quantity { get; init; }

    /// <summary>What the quantity counts.</summary>
    public CountUnit Unit { get; init; }

    /// <summary>By the end of which civil day after that of the truce's entry into force: 1 is the day after it; null where it is not set so.</summary>
    public int? DueDays { get; init; }

    /// <summary>The IANA id of the zone of those days; null for the truce's.</summary>
    public string? Zone { get; init; }

    /// <summary>The reports that show what was done of it.</summary>
    public ImmutableArray<ReportId> Evidence { get; init; } = [];

    /// <summary>
    /// When it is due under its truce: the deadline, or the end of the civil day so many days after the day on which the truce began to bind
    /// the party or, where it never bound that one, anybody. Null where no time is set or the truce was never in force.
    /// </summary>
    public Instant? DueUnder(Truce truce)
    {
        if (Deadline is not null || DueDays is not { } days)
        {
            return Deadline;
        }

        // Where the start is known to a month alone it is not due before the latest that is possible.
        var own = truce.InForce.Where(f => f.Party == Party && f.When.HasStart).Select(f => f.LatestStart ?? f.When.Start).ToList();
        var starts = own.Count > 0 ? own : [.. truce.InForce.Where(f => f.When.HasStart).Select(f => f.LatestStart ?? f.When.Start)];
        if (starts.Count == 0)
        {
            return null;
        }

        var zone = DateTimeZoneProviders.Tzdb[Zone ?? truce.Zone];
        var day = starts.Min().InZone(zone).Date.PlusDays(days);
        return Local.Days(day, day, zone).End;
    }
}
