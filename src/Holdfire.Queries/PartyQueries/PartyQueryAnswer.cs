using System.Collections.Immutable;
using Holdfire.Verification;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>A question to a party, and what has become of it.</summary>
public sealed record PartyQueryAnswer
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the party.</summary>
    public required string Party { get; init; }

    /// <summary>The ids of the claims that it is about.</summary>
    public ImmutableArray<string> Reports { get; init; }

    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>When it was sent.</summary>
    public Instant Sent { get; init; }

    /// <summary>By when a reply was asked for; null where no time was set.</summary>
    public Instant? Due { get; init; }

    /// <summary>Who asked.</summary>
    public required string By { get; init; }

    /// <summary>What has become of it.</summary>
    public QueryState State { get; init; }

    /// <summary>When the first reply came in; null where none has.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>The civil days from the day it was sent to that of the first reply, else to now; at least 0.</summary>
    public int DaysWaited { get; init; }

    /// <summary>The replies, by when they came in.</summary>
    public ImmutableArray<PartyReplyAnswer> Replies { get; init; }

    /// <summary>From a question.</summary>
    /// <param name="asked">The question with its replies.</param>
    /// <param name="now">The instant at which it is judged.</param>
    /// <param name="zone">The zone of the civil days.</param>
    public static PartyQueryAnswer Of(AskedQuery asked, Instant now, DateTimeZone zone) => new()
    {
        Id = asked.Query.Id,
        Party = asked.Query.Party.Value,
        Reports = [.. asked.Query.Reports.Select(r => r.Value)],
        Text = asked.Query.Text,
        Sent = asked.Query.Sent,
        Due = asked.Query.Due,
        By = asked.Query.By,
        State = asked.StateAt(now),
        AnsweredAt = asked.AnsweredAt,
        DaysWaited = asked.DaysWaited(now, zone),
        Replies = [.. asked.Replies.Select(PartyReplyAnswer.Of)],
    };
}
