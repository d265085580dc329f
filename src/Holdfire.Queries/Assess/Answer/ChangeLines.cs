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
        };
    }

    private static CourseFigures CourseOf(TimeCourse c, Truce truce, bool isCompared) => new(
        c.Units, c.WithClaims, c.QuietUnits, isCompared && c.QuietUnits > 0 ? InHundred(c.QuietChance) : null,
        isCompared && c.Change is { } at ? PlainTime.Of(at.InZone(DateTimeZoneProviders.Tzdb[truce.Zone]).Date) : null,
        isCompared ? Say.Rounded(c.RatioBefore) : null, isCompared && c.RatioAfter is { } after ? Say.Rounded(after) : null);

    private static WhyOpen WhyOf(AssessmentLine l) =>
        !l.HasEnoughBefore ? WhyOpen.TooFewBefore
        : l.Ratio is null ? WhyOpen.NothingToCompare
        : l.Severity is { CountingChanged: true } ? WhyOpen.CountingChanged
        : l.VerdictIfQuiet != l.VerdictIfBaseline ? WhyOpen.Unwatched
        : l.VerdictIfQuiet is { } said && said != Verdict.CannotSay ? WhyOpen.OneOfMany : WhyOpen.TooWide;

    private static double InHundred(double share) => Math.Max(LeastShown, Math.Round(share * 100));

    private static RatioBounds Bounds(RatioInterval r) => new(Say.Rounded(r.Low), r.High is { } h ? Say.Rounded(h) : null);
}
