using System.Globalization;
using Holdfire.Bench.Fusion.Peers;

namespace Holdfire.Bench.Fusion.Judging;

/// <summary>Groupings made of links.</summary>
internal static class Groupings
{
    /// <summary>What these links join, and what the reports themselves say they repeat or deny.</summary>
    public static Grouping OfLinks(IReadOnlyList<PeerReport> reports, IEnumerable<(int A, int B)> links)
    {
        var unions = new Unions(reports.Count);
        foreach (var (a, b) in links)
        {
            unions.Join(a, b);
        }

        return WithOwnLinks(reports, unions);
    }

    /// <summary>A grouping with the groups joined that such links join, so that each method has them.</summary>
    public static Grouping WithOwnLinks(IReadOnlyList<PeerReport> reports, Grouping grouping)
    {
        var unions = new Unions(reports.Count);
        var first = new Dictionary<string, int>();
        for (var i = 0; i < reports.Count; i++)
        {
            var group = grouping.Of(reports[i].Id);
            unions.Join(first.TryAdd(group, i) ? i : first[group], i);
        }

        return WithOwnLinks(reports, unions) with { Pairs = grouping.Pairs };
    }

    private static Grouping WithOwnLinks(IReadOnlyList<PeerReport> reports, Unions unions)
    {
        var at = Enumerable.Range(0, reports.Count).ToDictionary(i => reports[i].Id);
        for (var i = 0; i < reports.Count; i++)
        {
            foreach (var linked in reports[i].Linked)
            {
                unions.Join(at[linked], i);
            }
        }

        return new Grouping(Enumerable.Range(0, reports.Count)
            .ToDictionary(i => reports[i].Id, i => unions.Find(i).ToString(CultureInfo.InvariantCulture)));
    }
}
