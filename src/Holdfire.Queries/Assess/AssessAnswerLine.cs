using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>One prohibition of a truce as one source's claims about one alleged actor show it.</summary>
public sealed record AssessAnswerLine
{
    /// <summary>The id of the prohibition.</summary>
    public required string Prohibition { get; init; }

    /// <summary>The act assessed.</summary>
    public required string Act { get; init; }

    /// <summary>The kind of target; null for any.</summary>
    public TargetKind? Target { get; init; }

    /// <summary>The id of the party that is said to have acted; null for reports that name nobody.</summary>
    public required string? AllegedActor { get; init; }

    /// <summary>The id of the source that says it.</summary>
    public required string Source { get; init; }

    /// <summary>What about the act is counted.</summary>
    public Measure Measure { get; init; }

    /// <summary>What one counts.</summary>
    public CountUnit CountUnit { get; init; }

    /// <summary>Whether the truce bound the alleged actor.</summary>
    public TruceStatus Status { get; init; }

    /// <summary>Whether this line, named before the truce was looked at, speaks for its prohibition and alleged actor.</summary>
    public bool Primary { get; init; }

    /// <summary>Whether the acts went on as before, as a source that speaks for no party counts, though the rate cannot say how much they changed.</summary>
    public bool Unabated { get; init; }

    /// <summary>Whether the act is outside the terms, shown to see whether it took the place of a forbidden one.</summary>
    public bool OutsideTerms { get; init; }

    /// <summary>The stretch of time for which the source makes one count.</summary>
    public ReportingUnit Unit { get; init; }

    /// <summary>Usable units before.</summary>
    public int UnitsBefore { get; init; }

    /// <summary>Units that lie wholly within the truce.</summary>
    public int UnitsDuring { get; init; }

    /// <summary>How many were to be expected in them without a truce; null where nothing can be compared.</summary>
    public double? Expected { get; init; }

    /// <summary>What was counted over that.</summary>
    public double? ExpectedRatio { get; init; }

    /// <summary>The rate of those units over that of the units before; null where none was counted before.</summary>
    public double? RateRatio { get; init; }

    /// <summary>Counts per unit during, where none were counted before; else null.</summary>
    public double? Difference { get; init; }

    /// <summary>How often a count as far off would come without a change.</summary>
    public double? Chance { get; init; }

    /// <summary>The same, of a line that is not primary after the correction for their number.</summary>
    public double? CorrectedChance { get; init; }

    /// <summary>The share of earlier windows as long that were as low; null where there is none.</summary>
    public double? PlaceboShare { get; init; }

    /// <summary>How many such windows there are.</summary>
    public int PlaceboWindows { get; init; }

    /// <summary>How silent the source was; null where that tells nothing.</summary>
    public Silence? Silence { get; init; }

    /// <summary>How the truce went; null where no unit lies wholly within.</summary>
    public TimeCourse? Course { get; init; }

    /// <summary>Whether those harmed changed as the events did; null where too few claims say.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The share of what the source reported before at which the change would fall, did it report that now.</summary>
    public double? TippingRatio { get; init; }

    /// <summary>How otherwise the source may report in the truce than before, as the mission declares; null where it declares nothing.</summary>
    public ReportingAnswer? Reporting { get; init; }

    /// <summary>The interval of the true ratio by these bounds; null likewise.</summary>
    public RatioBounds? RatioIfReporting { get; init; }

    /// <summary>The verdict if the source reports as it did before; the same as the rate's verdict where nothing is declared.</summary>
    public Verdict? VerdictIfReportedAlike { get; init; }

    /// <summary>The same acts where the truce held for nobody, as the same source counts them; null where it does not tell of them. Never part of a verdict.</summary>
    public Control? Control { get; init; }

    /// <summary>Its areas as claims that name one alone tell, where there are two or more; never part of a verdict.</summary>
    public ImmutableArray<AreaAnswer> Areas { get; init; }

    /// <summary>The time for which rates are best shown: the shortest in which half a count or more is claimed.</summary>
    public RatePeriod RatePer { get; init; }

    /// <summary>Claims in that time before; null where there is no such time.</summary>
    public RateBounds? BaselineRate { get; init; }

    /// <summary>The same during the truce.</summary>
    public RateBounds? DuringRate { get; init; }

    /// <summary>The same after it; null where there is no day after.</summary>
    public RateBounds? AfterRate { get; init; }

    /// <summary>The same comparison made in other ways; empty but on primary lines.</summary>
    public ImmutableArray<Alternative> Alternatives { get; init; }

    /// <summary>Usable days before.</summary>
    public double BaselineDays { get; init; }

    /// <summary>Claims per day before; null where there is no such time.</summary>
    public RateBounds? BaselinePerDay { get; init; }

    /// <summary>The same with the days between announcement and start left in.</summary>
    public RateBounds? BaselinePerDayWithAnnounced { get; init; }

    /// <summary>Claims per day during the truce.</summary>
    public RateBounds? DuringPerDay { get; init; }

    /// <summary>Claims per day after it; null where there is no day after.</summary>
    public RateBounds? AfterPerDay { get; init; }

    /// <summary>During over before; null where a period has no day or the spread before is not known.</summary>
    public RatioBounds? Ratio { get; init; }

    /// <summary>The same with the days between announcement and start left in.</summary>
    public RatioBounds? RatioWithAnnounced { get; init; }

    /// <summary>The ratio that this truce could have shown with 80 % power; null for none.</summary>
    public double? DetectableRatio { get; init; }

    /// <summary>The variance over the mean of a day before, at least 1; null where it has no data.</summary>
    public double? Dispersion { get; init; }

    /// <summary>Hours of the truce by coverage.</summary>
    public required HoursAnswer Coverage { get; init; }

    /// <summary>The verdict; null where the truce did not bind the alleged actor.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>What the rate says by itself; the same as the verdict but where that is not held.</summary>
    public Verdict? RateVerdict { get; init; }

    /// <summary>The verdict if nothing happened in the hours that nobody watched.</summary>
    public Verdict? VerdictIfQuiet { get; init; }

    /// <summary>The verdict if those hours were as before.</summary>
    public Verdict? VerdictIfBaseline { get; init; }

    /// <summary>The start of the earliest claim wholly within the truce; null for none.</summary>
    public Instant? FirstAllegedBreach { get; init; }

    /// <summary>The end of that claim; null for none.</summary>
    public Instant? FirstAllegedBreachLatest { get; init; }

    /// <summary>The id of that claim; null for none.</summary>
    public string? FirstAllegedBreachReport { get; init; }

    /// <summary>Civilians said to have been killed; null where no claim says anything.</summary>
    public CountBounds? Killed { get; init; }

    /// <summary>Civilians said to have been injured; null where no claim says anything.</summary>
    public CountBounds? Injured { get; init; }

    /// <summary>The steps to the verdict, in words.</summary>
    public ImmutableArray<string> Reasons { get; init; }

    /// <summary>Data that would settle it, shortest first.</summary>
    public ImmutableArray<DataWantedAnswer> Wanted { get; init; }

    /// <summary>Civil days from the first before to the last after.</summary>
    public ImmutableArray<DayCountAnswer> Series { get; init; }

    /// <summary>Hours within a truce shorter than four days; else empty.</summary>
    public ImmutableArray<DayCountAnswer> Hourly { get; init; }

    /// <summary>From a line of an assessment.</summary>
    public static AssessAnswerLine Of(AssessmentLine l) => new()
    {
        Prohibition = l.Prohibition.Id,
        Act = l.Act.Value,
        Target = l.Target,
        AllegedActor = l.AllegedActor?.Value,
        Source = l.Source.Value,
        Measure = l.Measure,
        CountUnit = l.Unit,
        Status = l.Status,
        Primary = l.IsPrimary,
        Unabated = l.IsUnabated,
        OutsideTerms = l.OutsideTerms,
        Unit = l.ReportingUnit,
        UnitsBefore = l.UnitsBefore,
        UnitsDuring = l.UnitsDuring,
        Expected = l.Expected,
        ExpectedRatio = l.ExpectedRatio,
        RateRatio = l.RateRatio,
        Difference = l.Difference,
        Chance = l.Chance,
        CorrectedChance = l.CorrectedChance,
        PlaceboShare = l.PlaceboShare,
        PlaceboWindows = l.PlaceboWindows,
        Silence = l.Silence,
        Course = l.Course,
        Severity = l.Severity,
        TippingRatio = l.TippingRatio,
        Reporting = l.Reporting is { } r ? new ReportingAnswer(r.Source?.Value, r.Least, r.Most, r.Basis) : null,
        RatioIfReporting = RatioBounds.Of(l.RatioIfReporting),
        VerdictIfReportedAlike = l.VerdictIfReportedAlike,
        Control = l.Control,
        Areas = [.. l.Areas.Select(a => new AreaAnswer(a.Area.Value, a.Before, a.During, a.Expected, a.Size))],
        RatePer = l.RatePer,
        BaselineRate = RateBounds.Of(RatePeriods.Per(l.RatePer, l.Baseline)),
        DuringRate = RateBounds.Of(RatePeriods.Per(l.RatePer, l.During)),
        AfterRate = RateBounds.Of(RatePeriods.Per(l.RatePer, l.After)),
        Alternatives = l.Alternatives,
        BaselineDays = l.BaselineDays,
        BaselinePerDay = RateBounds.Of(l.Baseline),
        BaselinePerDayWithAnnounced = RateBounds.Of(l.BaselineWithAnnounced),
        DuringPerDay = RateBounds.Of(l.During),
        AfterPerDay = RateBounds.Of(l.After),
        Ratio = RatioBounds.Of(l.Ratio),
        RatioWithAnnounced = RatioBounds.Of(l.RatioWithAnnounced),
        DetectableRatio = l.DetectableRatio,
        Dispersion = l.Dispersion,
        Coverage = new HoursAnswer(l.Coverage.Yes, l.Coverage.No, l.Coverage.Unknown),
        Verdict = l.Verdict,
        RateVerdict = l.RateVerdict,
        VerdictIfQuiet = l.VerdictIfQuiet,
        VerdictIfBaseline = l.VerdictIfBaseline,
        FirstAllegedBreach = l.FirstAllegedBreach,
        FirstAllegedBreachLatest = l.FirstAllegedBreachClaim is { Window.Extent: { HasEnd: true } e } ? e.End : null,
        FirstAllegedBreachReport = l.FirstAllegedBreachReport?.Value,
        Killed = CountBounds.Of(l.Killed),
        Injured = CountBounds.Of(l.Injured),
        Reasons = l.Reasons,
        Wanted = [.. l.Wanted.Select(DataWantedAnswer.Of)],
        Series = [.. l.Series.Select(DayCountAnswer.Of)],
        Hourly = [.. l.Hourly.Select(DayCountAnswer.Of)],
    };
}
