using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>The version of the rules of counts, where it matters.</summary>
public static class CountRules
{
    /// <summary>Parts with a time of their own count in it, and a clock time that comes twice is read as either.</summary>
    private const string Second = "counts-2";

    /// <summary>What a source that is not counted says of inclusions plays no part, and what keeps a claim with such parts whole is named.</summary>
    private const string Third = "counts-3";

    /// <summary>The version by which a case's claims are counted; null where all versions count them alike.</summary>
    public static string? Of(Case known)
    {
        var wholes = known.Claimed.Select(r => r.PartOf).OfType<ReportId>().ToHashSet();
        var times = wholes.Count == 0 ? [] : known.Claimed.Where(r => wholes.Contains(r.Id)).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Window.Extent);
        var hasPartsApart = wholes.Count > 0 && known.Claimed.Any(r => r.PartOf is { } whole && times.TryGetValue(whole, out var time) && time != r.Window.Extent);
        var including = known.Claimed.Where(r => !r.IncludedIn.IsDefaultOrEmpty).ToArray();
        if ((hasPartsApart && including.Length > 0) || IsThroughAnother(including))
        {
            return Third;
        }

        return hasPartsApart || known.Claimed.Any(r => r.Window.IsOfAnHourThatComesTwice) ? Second : null;
    }

    // Whether an inclusion may lead on through a claim of another source.
    private static bool IsThroughAnother(Report[] including)
    {
        if (including.Select(r => r.Source).Distinct().Take(2).Count() < 2)
        {
            return false;
        }

        var named = including.SelectMany(r => r.IncludedIn).ToHashSet();
        return including.Any(r => named.Contains(r.Id));
    }
}
