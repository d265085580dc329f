using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>One line of a truce, with figures rounded as they are shown.</summary>
public sealed record ChangeLineFigures
{
    /// <summary>What is counted, in words.</summary>
    public required string Act { get; init; }

    /// <summary>The name of the actor, as alleged; null for either side.</summary>
    public string? Actor { get; init; }

    /// <summary>The name of the source that counts.</summary>
    public required string Source { get; init; }

    /// <summary>What the rate says, whatever was done under the terms.</summary>
    public Verdict RateVerdict { get; init; }

    /// <summary>The stretch of time for which the source makes one count.</summary>
    public ReportingUnit Unit { get; init; }

    /// <summary>Whole units of the truce that are compared.</summary>
    public int UnitsDuring { get; init; }

    /// <summary>How many were counted in them.</summary>
    public double Counted { get; init; }

    /// <summary>How many were to be expected in them without a truce; null where nothing can be compared.</summary>
    public double? Expected { get; init; }

    /// <summary>The 95 % interval of those counted over those expected; null for none.</summary>
    public RatioBounds? Ratio { get; init; }

    /// <summary>Of a hundred earlier windows as long as the truce, how many were as low, at least 1; null where there were none.</summary>
    public double? AsLowInHundred { get; init; }

    /// <summary>How many earlier windows as long as the truce there are, some of which overlap; null where there are none.</summary>
    public int? Windows { get; init; }

    /// <summary>How many of them were as low against what was to be expected; null likewise.</summary>
    public int? AsLow { get; init; }

    /// <summary>Units of the truce in which the source, which is regular, is silent; null where its silence tells nothing.</summary>
    public int? SilentUnits { get; init; }

    /// <summary>Units of the truce in which it was to be heard of; null likewise.</summary>
    public int? HeardUnits { get; init; }

    /// <summary>How often in ten thousand such a silence comes by chance, at least 1; null likewise.</summary>
    public double? SilenceInTenThousand { get; init; }

    /// <summary>Why it cannot say; null where it says something.</summary>
    public WhyOpen? WhyOpen { get; init; }

    /// <summary>Whether none was counted before, so that there is no ratio.</summary>
    public bool NoneBefore { get; init; }

    /// <summary>Usable units before.</summary>
    public int UnitsBefore { get; init; }

    /// <summary>How it went; null where no unit lies whole within the truce.</summary>
    public CourseFigures? Course { get; init; }

    /// <summary>Those killed and injured; null where too few claims say.</summary>
    public HarmFigures? Harm { get; init; }

    /// <summary>
    /// The change falls if the source now reports less than so many (of a fall; more, of a rise) of each hundred that it would have reported
    /// before; null where none is told, or where it does not rest on counts.
    /// </summary>
    public double? TippingInHundred { get; init; }

    /// <summary>How otherwise the source may report than before, as the mission declares; null where it declares nothing or there is no ratio.</summary>
    public ReportingFigures? Reporting { get; init; }

    /// <summary>The same acts where the truce held for nobody; null where the source does not tell of them.</summary>
    public ElsewhereFigures? Elsewhere { get; init; }

    /// <summary>How the change is spread over areas; null where claims name fewer than two.</summary>
    public AreaFigures? Areas { get; init; }

    /// <summary>What other ways to compare show; null where there is none.</summary>
    public WaysFigures? Ways { get; init; }
}
