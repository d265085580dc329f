using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>The version of the rules of counts, where it matters.</summary>
public static class CountRules
{
    /// <summary>Parts with a time of their own count in it, and a clock time that comes twice is read as either.</summary>
    private const string Second = "counts-2";

    /// <summary>The version by which a case's claims are counted; null where all versions count them alike.</summary>
    public static string? Of(Case known)
    {
        var wholes = known.Claimed.Select(r => r.PartOf).OfType<ReportId>().ToHashSet();
        var times = wholes.Count == 0 ? [] : known.Claimed.Where(r => wholes.Contains(r.Id)).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Window.Extent);
        return known.Claimed.Any(r => r.Window.IsOfAnHourThatComesTwice
            || (r.PartOf is { } whole && times.TryGetValue(whole, out var time) && time != r.Window.Extent)) ? Second : null;
    }
}
