using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Coverage;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>One prohibition of a truce as one source's claims about one alleged actor show it.</summary>
public sealed record AssessmentLine
{
    private Verdict? ratedAs;

    /// <summary>The prohibition.</summary>
    public required Prohibition Prohibition { get; init; }

    /// <summary>The act assessed: the prohibition's, or the part of it that the source reports on.</summary>
    public required ActCode Act { get; init; }

    /// <summary>The kind of target, or null for any.</summary>
    public TargetKind? Target { get; init; }

    /// <summary>Who is said to have acted; null for reports that name nobody, which may be about either side.</summary>
    public required PartyId? AllegedActor { get; init; }

    /// <summary>The time that is compared with the time before: that in which the truce certainly bound whoever may have acted.</summary>
    public Interval TimeInForce { get; init; }

    /// <summary>Who says it.</summary>
    public required SourceId Source { get; init; }

    /// <summary>What is counted.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The unit in which it is counted.</summary>
    public CountUnit Unit { get; init; }

    /// <summary>Whether the truce bound the alleged actor, or any party where none is named.</summary>
    public required TruceStatus Status { get; init; }

    /// <summary>The stretch of time for which the source makes one count.</summary>
    public ReportingUnit ReportingUnit { get; init; } = ReportingUnit.Day;

    /// <summary>Usable units before, after the exclusions.</summary>
    public int UnitsBefore { get; init; }

    /// <summary>Whether these are as many as a verdict needs.</summary>
    public bool HasEnoughBefore { get; init; } = true;

    /// <summary>Units that lie wholly within the truce.</summary>
    public int UnitsDuring { get; init; }

    /// <summary>How many would have been counted in those units without a truce; null where nothing can be compared.</summary>
    public double? Expected { get; init; }

    /// <summary>What was counted over <see cref="Expected"/>: the size of the change.</summary>
    public double? ExpectedRatio { get; init; }

    /// <summary>The rate of the whole units during over that of the units before, nothing else; null where none was counted before.</summary>
    public double? RateRatio { get; init; }

    /// <summary>Counts per unit during, where none were counted before, so that there is no ratio; else null.</summary>
    public double? Difference { get; init; }

    /// <summary>How often a count as far off would come without a change, two-sided; null where nothing can be compared.</summary>
    public double? Chance { get; init; }

    /// <summary>The same after the correction for the number of lines (Holm 1979); of a primary line it is the same.</summary>
    public double? CorrectedChance { get; init; }

    /// <summary>
    /// The share of earlier windows as long as the truce that were as low against what was to be expected, this one among them;
    /// null where there is no such window.
    /// </summary>
    public double? PlaceboShare { get; init; }

    /// <summary>How many such windows there are.</summary>
    public int PlaceboWindows { get; init; }

    /// <summary>How silent the source was; null where its silence tells nothing.</summary>
    public Silence? Silence { get; init; }

    /// <summary>How the truce went; null where no unit lies wholly within it.</summary>
    public TimeCourse? Course { get; init; }

    /// <summary>Whether those harmed changed as the events did; null where too few claims say.</summary>
    public Severity? Severity { get; init; }

    /// <summary>
    /// The share of what it reported before at which the verdict falls, did the source report that share now; null where the
    /// interval holds 1.
    /// </summary>
    public double? TippingRatio { get; init; }

    /// <summary>How otherwise the source may report in the truce than before, as the mission declares; null where it declares nothing.</summary>
    public ReportingBounds? Reporting { get; init; }

    /// <summary>The interval of the true ratio by these bounds; null likewise.</summary>
    public RatioInterval? RatioIfReporting { get; init; }

    /// <summary>The verdict if the source reports as before; the same as the verdict where nothing is declared.</summary>
    public Verdict? VerdictIfReportedAlike { get; init; }

    /// <summary>The same acts where the truce held for nobody; null where the source does not tell of them.</summary>
    public Control? Control { get; init; }

    /// <summary>Its areas, where claims name two or more; never part of the verdict.</summary>
    public ImmutableArray<AreaChange> Areas { get; init; } = [];

    /// <summary>For how long its rates are shown.</summary>
    public RatePeriod RatePer => RatePeriods.Of(ReportingUnit, Baseline, During);

    /// <summary>The same comparison made in other ways; empty but on primary lines.</summary>
    public ImmutableArray<Alternative> Alternatives { get; init; } = [];

    /// <summary>The counts by unit, from the first before of which anything is known.</summary>
    public ImmutableArray<UnitCount> Units { get; init; } = [];

    internal Func<ImmutableArray<Alternative>>? MakeAlternatives { get; init; }

    /// <summary>Usable days before, after the exclusions.</summary>
    public required double BaselineDays { get; init; }

    /// <summary>The rate before.</summary>
    public required RateRange Baseline { get; init; }

    /// <summary>The rate before with the days between announcement and start left in.</summary>
    public required RateRange BaselineWithAnnounced { get; init; }

    /// <summary>The rate during.</summary>
    public required RateRange During { get; init; }

    /// <summary>The rate after, or null where there is no day after.</summary>
    public RateRange? After { get; init; }

    /// <summary>The 95 % interval of during over what was to be expected, over both extremes of the bounds; null where there is none.</summary>
    public RatioInterval? Ratio { get; init; }

    /// <summary>The same with the days between announcement and start left in the baseline.</summary>
    public RatioInterval? RatioWithAnnounced { get; init; }

    /// <summary>The ratio that could have been shown with 80 % power at two-sided 5 %, or null where none could.</summary>
    public double? DetectableRatio { get; init; }

    /// <summary>The variance over the mean of the unit after those before, as foretold, at least 1; null where there are no data.</summary>
    public double? Dispersion { get; init; }

    /// <summary>Hours of the truce by coverage.</summary>
    public required CoverageHours Coverage { get; init; }

    /// <summary>The verdict; null where the truce did not bind the alleged actor.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>What the rate says by itself: the verdict but where that is <see cref="Assessment.Verdict.NotHeld"/>.</summary>
    public Verdict? RateVerdict => ratedAs ?? Verdict;

    /// <summary>The verdict if the unknown hours were quiet.</summary>
    public Verdict? VerdictIfQuiet { get; init; }

    /// <summary>The verdict if the unknown hours were at the rate before.</summary>
    public Verdict? VerdictIfBaseline { get; init; }

    /// <summary>The earliest claim that lies wholly within the truce: the start of its widest extent; null for none.</summary>
    public Instant? FirstAllegedBreach { get; init; }

    /// <summary>The claim of the first alleged breach, in the measure of the line.</summary>
    public Report? FirstAllegedBreachClaim { get; init; }

    /// <summary>The id of that claim.</summary>
    public ReportId? FirstAllegedBreachReport => FirstAllegedBreachClaim?.Id;

    /// <summary>Bounds per civil day from the baseline to the time after.</summary>
    public ImmutableArray<DayCount> Series { get; init; } = [];

    /// <summary>Bounds per hour within the truce, where it is shorter than four days; else empty.</summary>
    public ImmutableArray<DayCount> Hourly { get; init; } = [];

    /// <summary>Civilians said to have been killed during the truce, or null where no claim says anything.</summary>
    public CountRange? Killed { get; init; }

    /// <summary>Civilians said to have been injured during the truce, or null where no claim says anything.</summary>
    public CountRange? Injured { get; init; }

    /// <summary>The steps to the verdict, in words.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>What would settle it, shortest first.</summary>
    public ImmutableArray<DataWanted> Wanted { get; init; } = [];

    /// <summary>
    /// Whether this line speaks for its prohibition and alleged actor. It is named by the time before the truce alone, so that
    /// nobody can pick the line that says what is liked.
    /// </summary>
    public bool IsPrimary { get; init; }

    /// <summary>
    /// Whether the acts went on as before, as a source that speaks for no party counts, though the rate by itself cannot say how much
    /// they changed. Where the mission sets no tolerance that is not held.
    /// </summary>
    public bool IsUnabated { get; init; }

    /// <summary>Whether this is an act outside the terms, shown to see whether it took the place of a forbidden one.</summary>
    public bool OutsideTerms { get; init; }

    /// <summary>The same where more was done against the terms than is tolerated; what the rate says stays beside it.</summary>
    public AssessmentLine AsNotHeld() => this with { ratedAs = RateVerdict, Verdict = Assessment.Verdict.NotHeld };
}
