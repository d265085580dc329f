using Holdfire.Reports;

namespace Holdfire.Incidents;

/// <summary>What reports and people state of which reports are of one event. Reports may name others that come later or never.</summary>
internal sealed class StatedLinks
{
    private readonly FusionRows rows;
    private readonly Dictionary<int, List<StatedLink>> links = [];
    private readonly Dictionary<int, List<int>> apart = [];
    private readonly Dictionary<ReportId, int> numbers = [];
    private readonly Dictionary<ReportId, List<int>> waiting = [];
    private readonly SamePosts posts = new();
    private readonly ILookup<ReportId, Pin> pins;
    private readonly HashSet<ReportId>? named;

    /// <summary>The links of all rows that are there.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="pins">What people decided.</param>
    /// <param name="isGrowing">Whether rows will be added that may name any of these.</param>
    public StatedLinks(FusionRows rows, IReadOnlyCollection<Pin> pins, bool isGrowing)
    {
        this.rows = rows;
        this.pins = pins.SelectMany(p => new[] { (Id: p.A, Pin: p), (Id: p.B, Pin: p) }).ToLookup(p => p.Id, p => p.Pin);
        named = isGrowing ? null : Named();
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

    /// <summary>The number of a report that is there; where not growing, of one that is named by another or a pin.</summary>
    public bool TryFind(ReportId id, out int row) => numbers.TryGetValue(id, out row);

    /// <summary>Notes a row, what it says of others, and what others that came before said of it.</summary>
    public void Add(int row)
    {
        var report = rows[row];
        if (named?.Contains(report.Id) ?? true)
        {
            numbers.Add(report.Id, row);
            if (waiting.Remove(report.Id, out var before))
            {
                before.ForEach(other => Name(other, report.Id));
            }
        }

        foreach (var id in report.Quotes.Concat(report.Denies).Distinct())
        {
            Name(row, id);
        }

        foreach (var pin in pins.Count > 0 ? pins[report.Id] : [])
        {
            Obey(row, pin);
        }

        foreach (var other in posts.Add(row, report, rows))
        {
            Link(rows.Compare(row, other) < 0 ? new StatedLink(other, row, LinkKind.Measured) : new StatedLink(row, other, LinkKind.Measured));
        }
    }

    private HashSet<ReportId> Named()
    {
        var ids = pins.Select(p => p.Key).ToHashSet();
        for (var i = 0; i < rows.Count; i++)
        {
            ids.UnionWith(rows[i].Quotes);
            ids.UnionWith(rows[i].Denies);
        }

        return ids;
    }

    private void Name(int row, ReportId id)
    {
        if (!numbers.TryGetValue(id, out var to))
        {
            Put(waiting, id, row);
        }
        else if (to != row)
        {
            Link(new StatedLink(row, to, rows[row].Quotes.Contains(id) ? LinkKind.Quotes : LinkKind.Denies));
        }
    }

    private void Obey(int row, Pin pin)
    {
        if (!numbers.TryGetValue(pin.A == rows[row].Id ? pin.B : pin.A, out var other) || other == row)
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
