using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>What reports and people state of which reports are of one event. Reports may name others that come later or never.</summary>
internal sealed class StatedLinks
{
    private readonly FusionRows rows;
    private readonly Dictionary<int, List<StatedLink>> links = [];
    private readonly Dictionary<int, List<int>> apart = [];
    private readonly Dictionary<ReportId, List<int>> waiting = [];
    private readonly SamePosts posts = new();
    private readonly ILookup<ReportId, Pin> pins;

    /// <summary>The links of all rows that are there.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="pins">What people decided.</param>
    public StatedLinks(FusionRows rows, IReadOnlyCollection<Pin> pins)
    {
        this.rows = rows;
        this.pins = pins.SelectMany(p => new[] { (Id: p.A, Pin: p), (Id: p.B, Pin: p) }).ToLookup(p => p.Id, p => p.Pin);
        for (var i = 0; i < rows.Count; i++)
        {
            Add(i);
        }
    }

    /// <summary>The rows that have links.</summary>
    public IEnumerable<int> Linked => links.Keys;

    /// <summary>Whether a person has pinned any two rows as not the same.</summary>
    public bool HasApart => apart.Count > 0;

    /// <summary>The links of a row, to and from it.</summary>
    public IReadOnlyList<StatedLink> Of(int row) =>
        !links.TryGetValue(row, out var found) ? []
        : posts.IsAmbiguous(row) ? [.. found.Where(l => l.Kind != LinkKind.Measured)]
        : found;

    /// <summary>The rows that a person has pinned as not the same.</summary>
    public IReadOnlyList<int> ApartFrom(int row) => apart.TryGetValue(row, out var found) ? found : [];

    /// <summary>Notes a row, what it says of others, and what others that came before said of it.</summary>
    private void Add(int row)
    {
        var report = rows[row];
        if (waiting.Count > 0 && waiting.Remove(report.Id, out var before))
        {
            before.ForEach(other => Name(other, report.Id));
        }

        if (report.Quotes.Length + report.Denies.Length > 0)
        {
            foreach (var id in report.Quotes.Concat(report.Denies).Distinct())
            {
                Name(row, id);
            }
        }

        foreach (var pin in pins.Count > 0 ? pins[report.Id] : [])
        {
            Obey(row, pin);
        }

        foreach (var other in rows.Values[row].IsDistinct ? [] : posts.Add(row, rows))
        {
            Link(new StatedLink(row, other, LinkKind.Measured));
        }
    }

    private void Name(int row, ReportId id)
    {
        if (!rows.TryFind(id, out var to))
        {
            Put(waiting, id, row);
        }
        else if (to != row)
        {
            Link(new StatedLink(row, to, rows[row].Quotes.Contains(id) ? LinkKind.Quotes : LinkKind.Denies));
        }
    }

    // Each pin is met from both sides, and obeyed from the one that came later.
    private void Obey(int row, Pin pin)
    {
        if (!rows.TryFind(pin.A == rows[row].Id ? pin.B : pin.A, out var other) || other >= row)
        {
            return;
        }

        if (pin.Same)
        {
            Link(new StatedLink(row, other, LinkKind.Pinned));
        }
        else
        {
            Put(apart, row, other);
            Put(apart, other, row);
        }
    }

    private void Link(StatedLink link)
    {
        Put(links, link.From, link);
        Put(links, link.To, link);
    }

    private static void Put<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(value);
    }
}
