using Holdfire.Reports;
using Holdfire.Sources;
using NodaTime;

namespace Holdfire.Incidents;

/// <summary>Finds reports that count one event in two ways in one post: so many launched, so many of them destroyed.</summary>
internal sealed class SamePosts
{
    private readonly Dictionary<(string Post, SourceId Source, Interval Window), List<int>> posts = [];

    /// <summary>Notes a row; the rows before it that count the same in another way.</summary>
    public IEnumerable<int> Add(int row, Report report, FusionRows rows)
    {
        if (report.Reference.Length == 0 || report.PartOf is not null)
        {
            return [];
        }

        var key = (report.Reference, report.Source, report.Window.Extent);
        if (!posts.TryGetValue(key, out var same))
        {
            posts[key] = [row];
            return [];
        }

        List<int> found = [.. same.Where(o => IsOtherMeasure(report, rows[o]))];
        same.Add(row);
        return found;
    }

    private static bool IsOtherMeasure(Report a, Report b) =>
        a.Measure != b.Measure && a.Act == b.Act && a.IsAggregate == b.IsAggregate && a.AllegedActor == b.AllegedActor &&
        a.Point == b.Point && a.Areas.SequenceEqual(b.Areas);
}
