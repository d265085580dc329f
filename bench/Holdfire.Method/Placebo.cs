using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Method;

/// <summary>Truces that never were, set into real data where no truce on the same acts was in force.</summary>
internal static class Placebo
{
    /// <summary>The verdicts of all lines of all disjoint windows of so many days that have 28 days before them.</summary>
    public static (int Windows, List<Verdict> Verdicts) Run(Case @case, int days)
    {
        var zone = DateTimeZoneProviders.Tzdb[@case.Zone];
        var starts = @case.Reports.Where(r => r.Window.Extent.HasStart).Select(r => r.Window.Extent.Start);
        var ends = @case.Reports.Where(r => r.Window.Extent.HasEnd).Select(r => r.Window.Extent.End);
        var (first, last) = (starts.Min().InZone(zone).Date.PlusDays(29), ends.Max().InZone(zone).Date);
        var taken = @case.Truces.Where(t => t.Prohibitions.Any(p => p.Target is null)).SelectMany(t => t.InForce)
            .Select(f => f.When).ToList();
        var (windows, verdicts) = (0, new List<Verdict>());
        for (var day = first; day.PlusDays(days) <= last;)
        {
            var window = Local.Days(day, day.PlusDays(days - 1), zone);
            if (taken.Exists(t => Intervals.Overlap(t, window)))
            {
                day = day.PlusDays(1);
                continue;
            }

            windows++;
            verdicts.AddRange(Verdicts(@case, window));
            day = day.PlusDays(days);
        }

        return (windows, verdicts);
    }

    private static IEnumerable<Verdict> Verdicts(Case @case, Interval window)
    {
        var parties = @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id).ToImmutableArray();
        var truce = new Truce
        {
            Id = new TruceId("placebo"), Name = "placebo", Intended = window, Zone = @case.Zone,
            Announced = TimeWindow.Exact(new Interval(window.Start, window.Start)),
            InForce = [.. parties.Select(p => new InForce(p, window, TimePrecision.Minute, @case.Zone, "placebo", false))],
            Prohibitions = [new Prohibition("P", new Acts.ActCode("attack"), null, [new AreaCode("X-THEATRE")], parties, "placebo")],
        };
        var tried = @case with { Truces = [.. @case.Truces, truce] };
        return Assessor.Assess(CaseView.Of(tried), new AssessmentOptions(truce.Id)).SelectMany(t => t.Lines)
            .Where(l => l.Verdict is not null).Select(l => l.Verdict!.Value);
    }
}
