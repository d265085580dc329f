using Holdfire.Assessment;
using Holdfire.Coverage;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>How long a truce was, and how much of that those who count what it forbids are known to have watched.</summary>
/// <param name="Hours">Hours of it; 0 where nobody counts what it forbids.</param>
/// <param name="Yes">Hours watched, at the least over what is counted.</param>
internal readonly record struct WatchedHours(double Hours, double Yes)
{
    /// <summary>As the lines have it; without a line, as sources declare that watched for what it forbids and tell of nothing.</summary>
    public static WatchedHours Of(CaseView view, Truce truce, IReadOnlyCollection<AssessmentLine> lines)
    {
        if (lines.Count > 0)
        {
            return new WatchedHours(lines.Max(l => l.Coverage.Yes + l.Coverage.No + l.Coverage.Unknown), lines.Min(l => l.Coverage.Yes));
        }

        var spans = Intervals.Union(truce.InForce.Select(f => f.When));
        return truce.Prohibitions.IsEmpty || spans.Count == 0 || spans.Any(s => !s.HasStart || !s.HasEnd) || spans.Any(s => view.Coordinates.KnownBy < s.End)
            ? default : new WatchedHours(spans.Sum(s => s.Duration.TotalHours), truce.Prohibitions.Min(p => Declared(view.Known, p, spans)));
    }

    // The most that one source that speaks for no party declares to have watched, in each area of the terms.
    private static double Declared(Case @case, Prohibition terms, IReadOnlyCollection<Interval> spans) =>
        terms.Areas.Select(area => @case.Sources.Where(s => s.Party is null || @case.Parties.Any(p => p.Id == s.Party && p.Role == PartyRole.Monitor))
            .Select(s => SourceCoverage.Of(s, [], terms.Act, area, @case.Places)).Select(c => spans.Sum(s => c.Within(s).Yes)).DefaultIfEmpty(0).Max()).DefaultIfEmpty(0).Min();
}
