using System.Globalization;
using Holdfire.Fusion.Judging;

namespace Holdfire.Fusion.Peers;

/// <summary>What reports say themselves: that they repeat or deny others.</summary>
internal static class Links
{
    /// <summary>A grouping with the groups joined that such links join, so that each method has them.</summary>
    public static Grouping Add(IReadOnlyList<PeerReport> reports, Grouping grouping)
    {
        var at = Enumerable.Range(0, reports.Count).ToDictionary(i => reports[i].Id);
        var unions = new Unions(reports.Count);
        var first = new Dictionary<string, int>();
        for (var i = 0; i < reports.Count; i++)
        {
            unions.Join(first.TryAdd(grouping.Of(reports[i].Id), i) ? i : first[grouping.Of(reports[i].Id)], i);
            foreach (var linked in reports[i].Linked)
            {
                unions.Join(at[linked], i);
            }
        }

        return grouping with
        {
            Groups = Enumerable.Range(0, reports.Count)
                .ToDictionary(i => reports[i].Id, i => unions.Find(i).ToString(CultureInfo.InvariantCulture)),
        };
    }
}
