using System.Collections.Immutable;
using Holdfire.Answers;
using Holdfire.Findings;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Breaches in numbers. An event, and a claim that sums events, counts once.</summary>
public sealed record BreachNumbers
{
    /// <summary>Within the terms and alleged, whether or not more bears them out.</summary>
    public int Alleged { get; init; }

    /// <summary>Of these, corroborated or verified.</summary>
    public int Corroborated { get; init; }

    /// <summary>Of these, verified.</summary>
    public int Verified { get; init; }

    /// <summary>Of the alleged, not corroborated.</summary>
    public int AllegedOnly { get; init; }

    /// <summary>Of the alleged, said by the named actor's own side: a fact reported, not a breach admitted.</summary>
    public int SaidByActor { get; init; }

    /// <summary>Of the alleged, denied by the named actor's own side.</summary>
    public int DeniedByActor { get; init; }

    /// <summary>How many sources that do not depend on each other tell of the alleged.</summary>
    public int IndependentSources { get; init; }

    /// <summary>Of the alleged, claims that sum many events.</summary>
    public int Sums { get; init; }

    /// <summary>What the greatest of these counts; null for none.</summary>
    public CountBounds? GreatestSum { get; init; }

    /// <summary>
    /// What the alleged count in all, where some of them count several breaches and none sums what others may hold too; null otherwise.
    /// </summary>
    public CountBounds? InAll { get; init; }

    /// <summary>Events that may lie within the terms or outside; in none of the other numbers but the most of the harm.</summary>
    public int MayBe { get; init; }

    /// <summary>The limit of the terms that leaves most of these open; null for none.</summary>
    public TermLimit? MayBeFor { get; init; }

    /// <summary>How many of them it leaves open.</summary>
    public int MayBeForCount { get; init; }

    /// <summary>Civil days with a breach, as alleged.</summary>
    public CountBounds DaysWithBreach { get; init; } = new(0, 0);

    /// <summary>The id of the earliest event; null for none with a start.</summary>
    public string? First { get; init; }

    /// <summary>From when it may be; null likewise.</summary>
    public Instant? FirstFrom { get; init; }

    /// <summary>Until when it may be; null for an open end.</summary>
    public Instant? FirstTo { get; init; }

    /// <summary>That time in words, in the zone of the case: "the first night (1 March 2031)" where it is on the first day of the truce.</summary>
    public string? FirstWhen { get; init; }

    /// <summary>The names of the sources that tell of it.</summary>
    public ImmutableArray<string> FirstSources { get; init; } = [];

    /// <summary>Civilians said to have been killed; null where no report says anything.</summary>
    public CountBounds? KilledCivilians { get; init; }

    /// <summary>Civilians said to have been injured; null likewise.</summary>
    public CountBounds? InjuredCivilians { get; init; }

    /// <summary>Members of armed forces said to have been killed; null likewise.</summary>
    public CountBounds? KilledMilitary { get; init; }

    /// <summary>Members of armed forces said to have been injured; null likewise.</summary>
    public CountBounds? InjuredMilitary { get; init; }

    /// <summary>People said to have been killed of whom it is not said whether they were civilians; null likewise.</summary>
    public CountBounds? KilledUnknown { get; init; }

    /// <summary>People said to have been injured of whom it is not said whether they were civilians; null likewise.</summary>
    public CountBounds? InjuredUnknown { get; init; }

    /// <summary>From a tally.</summary>
    /// <param name="tally">The tally.</param>
    /// <param name="start">The start of the truce.</param>
    /// <param name="zone">The zone of the case.</param>
    /// <param name="nameOf">The name of a source.</param>
    public static BreachNumbers Of(BreachTally tally, Instant start, DateTimeZone zone, Func<SourceId, string> nameOf) => new()
    {
        Alleged = tally.Alleged,
        Corroborated = tally.Corroborated,
        Verified = tally.Verified,
        AllegedOnly = tally.Alleged - tally.Corroborated,
        SaidByActor = tally.SaidByItself,
        DeniedByActor = tally.DeniedByItself,
        IndependentSources = tally.Origins,
        MayBeFor = tally.MayBeFor,
        MayBeForCount = tally.MayBeForCount,
        Sums = tally.Sums,
        GreatestSum = CountBounds.Of(tally.GreatestSum),
        InAll = CountBounds.Of(tally.InAll),
        MayBe = tally.MayBe,
        DaysWithBreach = CountBounds.Of(tally.DaysWithBreach),
        First = tally.First?.Subject.Id,
        FirstFrom = tally.First?.Subject.Window.Start,
        FirstTo = tally.First is { Subject.Window: { HasEnd: true } w } ? w.End : null,
        FirstWhen = tally.First is { } first ? FirstTime.Of(first.Subject.Window, start, zone) : null,
        FirstSources = tally.First is { } told ? [.. told.Subject.Reports.Select(r => nameOf(r.Source)).Distinct(StringComparer.Ordinal)] : [],
        KilledCivilians = CountBounds.Of(tally.Killed),
        InjuredCivilians = CountBounds.Of(tally.Injured),
        KilledMilitary = CountBounds.Of(tally.KilledMilitary),
        InjuredMilitary = CountBounds.Of(tally.InjuredMilitary),
        KilledUnknown = CountBounds.Of(tally.KilledUnknown),
        InjuredUnknown = CountBounds.Of(tally.InjuredUnknown),
    };
}
