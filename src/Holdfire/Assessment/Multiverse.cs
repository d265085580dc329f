using System.Collections.Immutable;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The same comparison made in every way that could be argued for (Steegen and others 2016).</summary>
internal static class Multiverse
{
    private static readonly int[] Lengths = [28, 56, 180];

    /// <summary>Each way, in a fixed order: none is the best.</summary>
    public static ImmutableArray<Alternative> Of(UnitSeries series, UnitPeriods units, Instant start)
    {
        if (units.During.IsEmpty)
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<Alternative>();
        foreach (var days in Lengths)
        {
            foreach (var announced in (bool[])[false, true])
            {
                foreach (var greatest in (bool[])[true, false])
                {
                    all.AddRange(Ways(series, units, start, days, announced, greatest));
                }
            }
        }

        return all.DrainToImmutable();
    }

    private static IEnumerable<Alternative> Ways(
        UnitSeries series, UnitPeriods units, Instant start, int days, bool announced, bool greatest)
    {
        var from = announced ? units.Past.Union(units.WithAnnounced).Order() : units.Past.AsEnumerable();
        ImmutableArray<int> baseline = [.. from.Where(i => (start - series.Windows[i].Start).TotalDays <= days)];
        if (!greatest && !baseline.IsEmpty)
        {
            baseline = baseline.Remove(baseline.MaxBy(series.Middle));
        }

        if (baseline.Length < UnitPeriods.Fewest)
        {
            yield break;
        }

        if (UnitComparison.Of(series, baseline, baseline, null, units, null) is { } level)
        {
            yield return new Alternative(days, announced, greatest, "level", level.Point, level.IfQuiet);
        }

        var spread = DispersionEstimate.Of([.. baseline.Select(series.Middle)], [.. units.During.Where(series.IsUsable).Select(series.Middle)]);
        if (spread is not null)
        {
            var (before, during) = (UnitSum.Of(series, baseline, units.IsRegular), UnitSum.Of(series, units.During, regular: true));
            foreach (var (name, b, d) in new[]
            {
                ("rates_least", before.High, during.Low), ("rates", before.Middle, during.Middle), ("rates_most", before.Low, during.High),
            })
            {
                if (double.IsFinite(b) && double.IsFinite(d) && b > 0 &&
                    RatioEstimate.Over(new RateEvidence(b, b, before.Watched, d, d, during.Watched), spread) is { } interval)
                {
                    yield return new Alternative(days, announced, greatest, name, d / during.Watched / (b / before.Watched), interval);
                }
            }
        }
    }
}
