using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Makes the figures of one line, rounded as they are shown.</summary>
internal static class ChangeLines
{
    private const double LeastShown = 1;

    /// <summary>The figures.</summary>
    public static ChangeLineFigures Of(AssessmentLine l, Truce truce, CaseNames names)
    {
        var silence = l.Silence is { IsTelling: true } s ? s : null;
        var isTold = l.RateVerdict is not (null or Verdict.CannotSay);
        var isCompared = isTold || WhyOf(l) is not (WhyOpen.TooFewBefore or WhyOpen.NothingToCompare);
        return new ChangeLineFigures
        {
            Act = names.Of(l.Act),
            Actor = l.AllegedActor is { } who ? names.Of(who) : null,
            Source = names.Of(l.Source),
            RateVerdict = l.RateVerdict!.Value,
            Unit = l.ReportingUnit,
            NoneBefore = l is { Difference: not null, HasEnoughBefore: true },
            UnitsBefore = l.UnitsBefore,
            UnitsDuring = l.UnitsDuring,
            Counted = Say.Rounded((l.Expected * l.ExpectedRatio) ?? 0),
            Expected = l.Expected is { } expected ? Say.Rounded(expected) : null,
            Ratio = l.Ratio is { } r ? Bounds(r) : null,
            AsLowInHundred = l is { PlaceboShare: { } share, PlaceboWindows: > 0 } ? InHundred(share) : null,
            Windows = l.PlaceboWindows > 0 ? l.PlaceboWindows : null,
            AsLow = l is { PlaceboShare: { } low, PlaceboWindows: > 0 } ? (int)Math.Round((low * (1 + l.PlaceboWindows)) - 1) : null,
            SilentUnits = silence?.Silent,
            HeardUnits = silence?.Units,
            SilenceInTenThousand = silence is null ? null : Math.Max(LeastShown, Math.Round(silence.Chance * 10_000)),
            WhyOpen = isTold ? null : WhyOf(l),
            Course = l.Course is { } course ? CourseOf(course, truce, isCompared) : null,
            Harm = l.Severity is { } harm ? new HarmFigures(new((long)harm.DuringLeast, (long?)harm.DuringMost), Say.Rounded(harm.Size), Bounds(harm.Ratio), harm.CountingChanged) : null,
            TippingInHundred = isTold && l is { TippingRatio: { } tipping, Difference: null } && silence is null ? Math.Round(tipping * 100) : null,
            Reporting = l is { Reporting: { } bounds, RatioIfReporting: { } told } ? new ReportingFigures(bounds.Least, bounds.Most, Bounds(told)) : null,
            Elsewhere = l.Control is { } control ? new ElsewhereFigures(Say.Rounded(control.Counted), Say.Rounded(control.Expected), Bounds(control.Ratio)) : null,
            Areas = l.Areas.Length < 2 ? null : AreasOf(l.Areas, names),
            Ways = l.Alternatives.IsEmpty ? null : WaysOf(l.Alternatives),
        };
    }

    private static CourseFigures CourseOf(TimeCourse c, Truce truce, bool isCompared) => new(
        c.Units, c.WithClaims, c.QuietUnits, isCompared && c.QuietUnits > 0 ? InHundred(c.QuietChance) : null,
        isCompared && c.Change is { } at ? PlainTime.Of(at.InZone(DateTimeZoneProviders.Tzdb[truce.Zone]).Date) : null,
        isCompared ? Say.Rounded(c.RatioBefore) : null, isCompared && c.RatioAfter is { } after ? Say.Rounded(after) : null);

    private static AreaFigures AreasOf(ImmutableArray<AreaChange> areas, CaseNames names)
    {
        var most = areas.OrderByDescending(a => a.During).ThenByDescending(a => a.Expected).ThenBy(a => a.Area).First();
        return new AreaFigures(
            areas.Length, areas.Count(a => a is { Before: > 0, During: 0 }), names.Of(most.Area), Say.Rounded(most.During), Say.Rounded(most.Expected));
    }

    private static WaysFigures WaysOf(ImmutableArray<Alternative> ways)
    {
        var (falls, rises) = (ways.Count(w => w.Ratio.High < 1), ways.Count(w => w.Ratio.Low > 1));
        return new WaysFigures(ways.Length, falls, rises, ways.Length - falls - rises, Say.Rounded(ways.Min(w => w.Size)), Say.Rounded(ways.Max(w => w.Size)));
    }

    private static WhyOpen WhyOf(AssessmentLine l) =>
        !l.HasEnoughBefore ? WhyOpen.TooFewBefore
        : l.Ratio is null ? WhyOpen.NothingToCompare
        : l.VerdictIfReportedAlike is { } alike && alike != Verdict.CannotSay && l.Reporting is not null ? WhyOpen.Reporting
        : l.Severity is { CountingChanged: true } ? WhyOpen.CountingChanged
        : l.VerdictIfQuiet != l.VerdictIfBaseline ? WhyOpen.Unwatched
        : l.VerdictIfQuiet is { } said && said != Verdict.CannotSay ? WhyOpen.OneOfMany : WhyOpen.TooWide;

    private static double InHundred(double share) => Math.Max(LeastShown, Math.Round(share * 100));

    private static RatioBounds Bounds(RatioInterval r) => new(Say.Rounded(r.Low), r.High is { } h ? Say.Rounded(h) : null);
}
