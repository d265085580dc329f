using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Verification;

/// <summary>A question to a party, with what it replied.</summary>
/// <param name="Query">The question.</param>
/// <param name="Replies">The replies, by when they came in.</param>
public sealed record AskedQuery(PartyQuery Query, ImmutableArray<PartyReply> Replies)
{
    /// <summary>When the first reply came in; null where none has.</summary>
    public Instant? AnsweredAt => Replies.IsEmpty ? null : Replies[0].Received;

    /// <summary>What has become of it by an instant.</summary>
    public QueryState StateAt(Instant now) =>
        !Replies.IsEmpty ? QueryState.Answered : Query.Due < now ? QueryState.Overdue : QueryState.Waiting;

    /// <summary>The civil days from the day it was sent to the day of the first reply, else to that of an instant; at least 0.</summary>
    public int DaysWaited(Instant now, DateTimeZone zone) => Math.Max(0, Period.DaysBetween(Day(Query.Sent, zone), Day(AnsweredAt ?? now, zone)));

    /// <summary>The questions of a case, in the order of the record.</summary>
    public static ImmutableArray<AskedQuery> In(Case known)
    {
        var replies = known.Replies.Where(r => r.Query.Length > 0).ToLookup(r => r.Query, StringComparer.Ordinal);
        return [.. known.Queries.Select(q => new AskedQuery(q, [.. replies[q.Id].OrderBy(r => r.Received)]))];
    }

    private static LocalDate Day(Instant instant, DateTimeZone zone) => instant.InZone(zone).Date;
}
