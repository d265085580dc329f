using Holdfire.Reports;

namespace Holdfire.Incidents;

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
}
