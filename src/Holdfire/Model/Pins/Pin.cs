using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>A person's decision that two reports are, or are not, of one event. The engine obeys.</summary>
/// <param name="Id">Its id.</param>
/// <param name="A">A report.</param>
/// <param name="B">Another report.</param>
/// <param name="Same">Whether they are of one event.</param>
/// <param name="By">Who decided, by role.</param>
/// <param name="Reason">Why.</param>
public sealed record Pin(string Id, ReportId A, ReportId B, bool Same, string By, string Reason)
{
    /// <summary>
    /// A pin that holds apart what other pins hold together, or null where there is none: pins of "same" taken together
    /// must not join two reports that a pin says are not the same.
    /// </summary>
    public static Pin? FindContradiction(IReadOnlyCollection<Pin> pins)
    {
        var index = new Dictionary<ReportId, int>();
        foreach (var id in pins.SelectMany(p => new[] { p.A, p.B }))
        {
            index.TryAdd(id, index.Count);
        }

        var sets = new DisjointSets(index.Count);
        foreach (var pin in pins.Where(p => p.Same))
        {
            sets.Join(index[pin.A], index[pin.B]);
        }

        return pins.Where(p => !p.Same && sets.Find(index[p.A]) == sets.Find(index[p.B])).MinBy(p => p.Id, StringComparer.Ordinal);
    }

    /// <summary>Whether another pin says the same of the same two reports.</summary>
    public bool SaysSame(Pin other) => Same == other.Same && ((A, B) == (other.A, other.B) || (B, A) == (other.A, other.B));

    /// <summary>
    /// The fewest pins of "same" that together hold these two reports to be of one event, from one to the other; empty where none
    /// do.
    /// </summary>
    public static ImmutableArray<Pin> Chain(IEnumerable<Pin> pins, ReportId from, ReportId to)
    {
        var links = pins.Where(p => p.Same).SelectMany(p => new[] { (From: p.A, To: p.B, Pin: p), (From: p.B, To: p.A, Pin: p) })
            .ToLookup(l => l.From);
        var cameBy = new Dictionary<ReportId, (ReportId From, Pin Pin)>();
        var next = new Queue<ReportId>([from]);
        while (next.TryDequeue(out var at) && at != to)
        {
            foreach (var link in links[at].Where(l => l.To != from && cameBy.TryAdd(l.To, (at, l.Pin))))
            {
                next.Enqueue(link.To);
            }
        }

        var chain = new Stack<Pin>();
        for (var at = to; cameBy.TryGetValue(at, out var step); at = step.From)
        {
            chain.Push(step.Pin);
        }

        return [.. chain];
    }
}
