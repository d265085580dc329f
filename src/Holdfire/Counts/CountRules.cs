using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>The version of the rules of counts, where it matters.</summary>
public static class CountRules
{
    /// <summary>Parts with a time of their own count in it, and a clock time that comes twice is read as either.</summary>
    private const string Second = "counts-2";

    /// <summary>What a source that is not counted says of inclusions plays no part, and what keeps a claim with such parts whole is named.</summary>
    private const string Third = "counts-3";

    /// <summary>An inclusion leads on through a claim that was corrected or withdrawn only where that is counted too.</summary>
    private const string Fourth = "counts-4";

    /// <summary>The version by which a case's claims are counted; null where all versions count them alike.</summary>
    public static string? Of(Case known)
    {
        if (LeadsOnThroughGoneOfAnother(known))
        {
            return Fourth;
        }

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

    // Whether a claim, or what took its place, is in a gone claim of another source or of nobody who is known.
    private static bool LeadsOnThroughGoneOfAnother(Case known)
    {
        var gone = known.Corrections.DistinctBy(c => c.Report).ToDictionary(c => c.Report, c => c.By);
        if (gone.Count == 0)
        {
            return false;
        }

        var sources = known.Claimed.Where(r => gone.ContainsKey(r.Id)).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Source);
        bool IsOfAnother(ReportId outer, SourceId source) => gone.ContainsKey(outer) && !(sources.TryGetValue(outer, out var own) && own == source);
        return known.Claimed.Any(r => (!r.IncludedIn.IsDefaultOrEmpty && r.IncludedIn.Any(o => IsOfAnother(o, r.Source)))
            || (gone.TryGetValue(r.Id, out var by) && by is { } replacement && IsOfAnother(replacement, r.Source)));
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
