using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Fusion;

/// <summary>
/// Finds reports that count one event in several ways in one post: so many launched, so many of them destroyed. Where the
/// post gives one measure twice it tells of several like events, and none of its reports are held together.
/// </summary>
internal sealed class SamePosts
{
    private readonly Dictionary<string, int> firsts = [];
    private readonly Dictionary<PostWords, List<int>> several = [];
    private readonly HashSet<int> ambiguous = [];

    /// <summary>All that reports of one event in one post have in common.</summary>
    private readonly record struct PostWords(
        string Post, SourceId Source, Interval Window, ActCode Act, PartyId? Actor, bool IsAggregate, GeoCircle? Point, string Areas);

    /// <summary>Notes a row; the rows before it that count the same in another way.</summary>
    public IReadOnlyList<int> Add(int row, FusionRows rows)
    {
        var report = rows[row];
        if (report.Reference.Length == 0 || report.PartOf is not null || firsts.TryAdd(report.Reference, row))
        {
            return [];
        }

        // Most posts hold one report: words are looked at from the second on.
        if (firsts[report.Reference] is var first and >= 0)
        {
            several.Add(WordsOf(rows[first]), [first]);
            firsts[report.Reference] = -1;
        }

        var words = WordsOf(report);
        if (!several.TryGetValue(words, out var same))
        {
            several.Add(words, [row]);
            return [];
        }

        List<int> before = [.. same];
        same.Add(row);
        if (same.Select(r => rows[r].Measure).Distinct().Count() < same.Count)
        {
            ambiguous.UnionWith(same);
        }

        return before;
    }

    /// <summary>Whether the post of a row gives one measure twice.</summary>
    public bool IsAmbiguous(int row) => ambiguous.Contains(row);

    private static PostWords WordsOf(Report report) => new(
        report.Reference, report.Source, report.Window.Extent, report.Act, report.AllegedActor, report.IsAggregate, report.Point,
        string.Join(';', report.Areas));
}
