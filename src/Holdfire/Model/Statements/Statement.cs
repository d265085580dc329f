using System.Collections.Immutable;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>Something that someone said, anchored in a document.</summary>
public sealed record Statement
{
    /// <summary>Its id.</summary>
    public required StatementId Id { get; init; }

    /// <summary>Where it was read.</summary>
    public required DocumentId Document { get; init; }

    /// <summary>Where it stands, or null where no copy of the document was at hand.</summary>
    public Passage? Passage { get; init; }

    /// <summary>What the speaker does with it.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>How the document gives it.</summary>
    public StatementForm Form { get; init; }

    /// <summary>The source that says it.</summary>
    public required SourceId Speaker { get; init; }

    /// <summary>To whom, in words; empty where that is not said.</summary>
    public string Addressee { get; init; } = "";

    /// <summary>How many mouths lie between the speaker and the document: 0 where the document is the speaker's own.</summary>
    public int Hearsay { get; init; }

    /// <summary>When it was said.</summary>
    public required TimeWindow Said { get; init; }

    /// <summary>The instant from which it counts as known: the end of the widest time in which it may have been said.</summary>
    public Instant KnownAt => Intervals.EndOf(Said.Extent);

    /// <summary>The time that it is about, or null where it is about none.</summary>
    public TimeWindow? About { get; init; }

    /// <summary>The truces that it is about.</summary>
    public ImmutableArray<TruceId> Truces { get; init; } = [];

    /// <summary>What it says, in words of our own.</summary>
    public required string Paraphrase { get; init; }

    /// <summary>The numbers in it that can be checked. Parts of one have it as their whole.</summary>
    public ImmutableArray<Report> Quantities { get; init; } = [];
}
