using System.Collections.Immutable;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>What every entry of the talks has: an id, the statements that it rests on, and a time.</summary>
public abstract record TalksEntry
{
    /// <summary>Its id.</summary>
    public EntryId Id { get; init; }

    /// <summary>The statements that it rests on; in a case never empty. It is known once all of them are.</summary>
    public ImmutableArray<StatementId> Statements { get; init; } = [];

    /// <summary>Null where the statements say it themselves; else who reads it out of them.</summary>
    public Inference? Inference { get; init; }

    /// <summary>When it was said: the time of the first statement where the case gives no other.</summary>
    public TimeWindow When { get; init; } = TimeWindow.Unknown(DateTimeZone.Utc, null);

    /// <summary>The entry of the same kind that it replaces, or null.</summary>
    public EntryId? Supersedes { get; init; }

    /// <summary>What it comes to, in words of our own; may be empty.</summary>
    public string Text { get; init; } = "";
}
