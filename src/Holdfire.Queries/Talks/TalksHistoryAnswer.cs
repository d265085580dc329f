using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>talks history</c>: all that was said of one item.</summary>
public sealed record TalksHistoryAnswer : QueryAnswer
{
    /// <summary>From the entries about the item.</summary>
    public TalksHistoryAnswer(CaseView view, TalksItem item, ImmutableArray<TalksEntry> entries, IReadOnlySet<EntryId> gone)
        : base("holdfire/talks-history/1", view)
    {
        (AsOf, Item) = (view.Coordinates.KnownBy, TalksItemAnswer.Of(item));
        Entries =
        [
            .. entries.Select(e => new TalksHistoryEntry(
                [.. TalksRecord.MakersOf(e).Select(p => p.Value)], TalksWords.Of(e, view.Known), !gone.Contains(e.Id), TalksEntryAnswer.Of(e))),
        ];
    }

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The item.</summary>
    public TalksItemAnswer Item { get; }

    /// <summary>The entries, in the order of time.</summary>
    public ImmutableArray<TalksHistoryEntry> Entries { get; }
}
