using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>What a line comes to.</summary>
internal sealed record Judgement
{
    private const int FewestWithHarm = 14;

    /// <summary>The truce against what was to be expected; null where nothing can be compared.</summary>
    public UnitComparison? Comparison { get; private init; }

    /// <summary>The same with the days from the announcement on among those before.</summary>
    public UnitComparison? WithAnnounced { get; private init; }

    /// <summary>The rates alone, as if the level did not drift.</summary>
    public RatioInterval? Plain { get; private init; }

    /// <summary>How silent the source was; null where that tells nothing.</summary>
    public Silence? Silence { get; private init; }

    /// <summary>How the truce went.</summary>
    public TimeCourse? Course { get; private init; }

    /// <summary>Whether those harmed changed as the events did; null where too few claims say.</summary>
    public Severity? Severity { get; private init; }

    /// <summary>The verdict if the units of which nothing is known were quiet.</summary>
    public Verdict IfQuiet { get; private init; } = Verdict.CannotSay;

    /// <summary>The verdict if they were as was to be expected.</summary>
    public Verdict IfAsBefore { get; private init; } = Verdict.CannotSay;

    /// <summary>The verdict.</summary>
    public Verdict Verdict { get; private init; } = Verdict.CannotSay;

    /// <summary>The verdict if the source reports in the truce as it did before; the same as the verdict where no bounds are declared.</summary>
    public Verdict IfReportedAlike { get; private init; } = Verdict.CannotSay;

    /// <summary>How otherwise the source may report than before; null where nothing is declared.</summary>
    public ReportingBounds? Reporting { get; private init; }

    /// <summary>The interval of the true ratio by these bounds; null where nothing is declared (Manski 1989).</summary>
    public RatioInterval? IfReporting => Reporting is { } r && Both is { } both ? Divided(both, r.Least, r.Most) : null;

    /// <summary>The interval over both readings.</summary>
    public RatioInterval? Both => Over(Comparison);

    /// <summary>The same with the days from the announcement on.</summary>
    public RatioInterval? BothWithAnnounced => Over(WithAnnounced);

    /// <summary>
    /// How much less, or more, of what happens the source would have to report than before for the verdict to fall; null where
    /// the interval holds 1.
    /// </summary>
    public double? Tipping => Both is not { } both ? null : both.High < 1 ? both.High : both.Low > 1 ? both.Low : null;

    /// <summary>Counts per unit during less those before, where none were counted before; else null.</summary>
    public double? Difference => Comparison is { Before.Middle: 0 } c ? c.During.Middle / c.During.Watched : null;

    private double? Most { get; init; }

    /// <summary>What a line comes to, before its verdict.</summary>
    public static Judgement Of(UnitSeries series, UnitPeriods units, LineSpec spec, LineCounts counts, Interval? during)
    {
        var start = spec.When.Start;
        var past = UnitPeriods.Recent(series, units.Past, start);
        var part = PartOf(series, units, counts, during);
        var comparison = UnitComparison.Of(series, units.Baseline, past, spec.IsJudged ? units.Past : null, units, part);
        if (comparison is null)
        {
            return new Judgement { Silence = Silence.Of(series, units, spec, during), Reporting = spec.Truce.ReportingOf(spec.Claims.Source.Id) };
        }

        ImmutableArray<int> pastToo = [.. past.Union(units.WithAnnounced).Order()];
        var announced = units.WithAnnounced.SequenceEqual(units.Baseline) ? comparison
            : UnitComparison.Of(series, units.WithAnnounced, pastToo, null, units, part, comparison.Placebos);
        return new Judgement
        {
            Reporting = spec.Truce.ReportingOf(spec.Claims.Source.Id), Comparison = comparison, WithAnnounced = announced, Plain = PlainOf(series, units, comparison),
            Silence = Silence.Of(series, units, spec, during), Course = TimeCourse.Of(series, units, comparison),
            Severity = spec.IsJudged ? SeverityOf(series, units, past, comparison) : null,
            Most = part is null ? units.During.Sum(i => series.Most[i]) is var most && double.IsInfinity(most) ? null : units.During.Sum(i => series.Most[i])
                : counts.During.Max,
        };
    }

    /// <summary>The same with its verdict.</summary>
    /// <param name="hasBreach">Whether a claim lies wholly within the truce.</param>
    /// <param name="table">The limits.</param>
    public Judgement Judged(bool hasBreach, VerdictTable table)
    {
        if (Comparison is not { } c)
        {
            return this;
        }

        var most = hasBreach ? Math.Max(1, Most ?? 1) : Most;
        var alike = At(c, most, table, 1);
        var (least, greatest) = Reporting is { } r ? (At(c, most, table, r.Least), At(c, most, table, r.Most)) : (alike, alike);
        return this with
        {
            IfQuiet = alike.Quiet, IfAsBefore = alike.AsBefore, IfReportedAlike = Severity is { CountingChanged: true } ? Verdict.CannotSay : alike.Agreed,
            Verdict = Severity is { CountingChanged: true } ? Verdict.CannotSay : Weaker(least.Agreed, greatest.Agreed),
        };
    }

    // Both readings, where the source reports so much of what happens for each part that it reported before.
    private (Verdict Quiet, Verdict AsBefore, Verdict Agreed) At(UnitComparison c, double? most, VerdictTable table, double reported)
    {
        var plain = Plain is { } p ? Divided(p, reported, reported) : (RatioInterval?)null;
        var quiet = table.Decide(
            c.UnitsBefore, most, c.Before.Middle + c.During.Middle > 0 ? Divided(c.IfQuiet, reported, reported) : null, c.Point / reported, c.Plain / reported, plain);
        var asBefore = c.Unknown == 0 ? quiet
            : table.Decide(c.UnitsBefore, most + c.Missing, Divided(c.IfAsBefore, reported, reported), c.PointIfAsBefore / reported, c.PlainIfAsBefore / reported, plain);
        return (quiet, asBefore, quiet == asBefore ? quiet : Silence is { IsTelling: true } ? NoMoreThanLargely(quiet) : Verdict.CannotSay);
    }

    // Of two falls the lesser; else what both say.
    private static Verdict Weaker(Verdict a, Verdict b) => a == b ? a
        : a <= Verdict.Reduced && b <= Verdict.Reduced ? (Verdict)Math.Max((int)a, (int)b) : Verdict.CannotSay;

    private static RatioInterval Divided(RatioInterval ratio, double least, double most) => new(ratio.Low / most, ratio.High / least);

    // A silent unit is not a reported zero.
    private static Verdict NoMoreThanLargely(Verdict quiet) => quiet switch
    {
        Verdict.Held => Verdict.LargelyHeld,
        Verdict.LargelyHeld or Verdict.Reduced => quiet,
        _ => Verdict.CannotSay,
    };

    private static RatioInterval? Over(UnitComparison? comparison)
    {
        if (comparison is null)
        {
            return null;
        }

        var (a, b) = (comparison.IfQuiet, comparison.Unknown == 0 ? comparison.IfQuiet : comparison.IfAsBefore);
        return new RatioInterval(Math.Min(a.Low, b.Low), a.High is { } x && b.High is { } y ? Math.Max(x, y) : null);
    }

    // A truce in which no unit lies whole: what certainly lies in its watched hours, and what may.
    private static (int First, UnitSum Sum)? PartOf(UnitSeries series, UnitPeriods units, LineCounts counts, Interval? during)
    {
        if (!units.During.IsEmpty || during is not { } truce)
        {
            return null;
        }

        var (low, high) = (counts.During.Min, counts.During.Max ?? double.PositiveInfinity);
        return (series.Grid.NumberOf(truce.Start), new UnitSum(
            low, double.IsInfinity(high) ? low : (low + high) / 2, high, counts.During.Days / series.Grid.Days));
    }

    private static RatioInterval? PlainOf(UnitSeries series, UnitPeriods units, UnitComparison c)
    {
        var spread = DispersionEstimate.Of(
            [.. units.Baseline.Select(series.Middle)], [.. units.During.Where(series.IsUsable).Select(series.Middle)]);
        return spread is null ? null : RatioEstimate.Over(
            new RateEvidence(
                c.Before.Low, Finite(c.Before.High), c.Before.Watched, c.During.Low, Finite(c.During.High), c.During.Watched), spread);
    }

    private static double? Finite(double value) => double.IsInfinity(value) ? null : value;

    private static Severity? SeverityOf(UnitSeries series, UnitPeriods units, ImmutableArray<int> past, UnitComparison events)
    {
        if (series.HarmClaims < FewestWithHarm || units.During.IsEmpty || !(units.Baseline.Sum(i => series.Harm[i]) > 0))
        {
            return null;
        }

        var harm = UnitComparison.Of(series.OfHarm(), units.Baseline, past, units.Past, units, null)!;
        return Severity.Of(harm, events);
    }
}
