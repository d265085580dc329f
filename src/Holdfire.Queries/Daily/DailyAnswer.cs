using System.Collections.Immutable;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The answer to <c>daily</c>: what is known of one day, on a page. Claims and their findings, put together; nothing in it is a verdict on a day.</summary>
public sealed record DailyAnswer : QueryAnswer
{
    /// <summary>An answer about a view.</summary>
    internal DailyAnswer(CaseView view)
        : base("holdfire/daily/1", view) => (Case, Title) = (view.Recorded.Id, view.Recorded.Title);

    /// <summary>The id of the case.</summary>
    public string Case { get; }

    /// <summary>The title of the case.</summary>
    public string Title { get; }

    /// <summary>The date of the report, such as <c>2030-05-08</c>.</summary>
    public required string Date { get; init; }

    /// <summary>The time that it covers: from the cut-off of the day before to that of the date.</summary>
    public required SpanAnswer Span { get; init; }

    /// <summary>The clock time at which its day ends, such as <c>18:00</c>; midnight, at the end of the date, is <c>24:00</c>.</summary>
    public required string CutOff { get; init; }

    /// <summary>The IANA id of the zone of the cut-off, in which its page prints times.</summary>
    public required string Zone { get; init; }

    /// <summary>The day that it is compared with.</summary>
    public required DailyAgainstAnswer Against { get; init; }

    /// <summary>The first thing to read: what is reported of the day, and who was watching. Every number in it is in the answer.</summary>
    public required string InShort { get; init; }

    /// <summary>The truces in force on the day, each with a sentence.</summary>
    public required ImmutableArray<DailyTruceAnswer> Truces { get; init; }

    /// <summary>All events together. Acts of compliance are not among them.</summary>
    public required TallyRowAnswer Total { get; init; }

    /// <summary>Events by area, alleged actor and act, of this day and of that compared with.</summary>
    public required ImmutableArray<TallyRowAnswer> Events { get; init; }

    /// <summary>Claims that sum events and may lie within the day: what they count is in no row as single events.</summary>
    public required ImmutableArray<DailySumAnswer> Sums { get; init; }

    /// <summary>Numbers in statements that may be about some of the day: they are in no row either.</summary>
    public required ImmutableArray<DailySumAnswer> Stated { get; init; }

    /// <summary>What became known since the last daily report, whatever day it is about.</summary>
    public required DailyNewsAnswer News { get; init; }

    /// <summary>Who was watching.</summary>
    public required DailyWatchAnswer Watch { get; init; }

    /// <summary>What is alleged and not corroborated or verified.</summary>
    public required DailyOpenAnswer Open { get; init; }

    /// <summary>What truces ask that is overdue, or due within seven days, as of the end of the day.</summary>
    public required ImmutableArray<ObligationStatusAnswer> Obligations { get; init; }

    /// <summary>Requests and other deadlines of the talks that run out within seven days, or ran out in the last seven without an answer on record.</summary>
    public required ImmutableArray<DailyRequestAnswer> Requests { get; init; }

    /// <summary>What parties were asked and had not answered by the end of the day.</summary>
    public required ImmutableArray<PartyQueryAnswer> Queries { get; init; }

    /// <summary>The version of the table of rules of the findings.</summary>
    public required string Rules { get; init; }

    /// <summary>The version of the parameter set by which reports were fused.</summary>
    public required string Parameters { get; init; }

    /// <summary>Reports that are too many to tell apart, so that they are in no event.</summary>
    public required ImmutableArray<CrowdedAnswer> TooMany { get; init; }
}
