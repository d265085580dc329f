using Holdfire.Model;
using Holdfire.Tallies;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The events of one area, alleged actor and act. An event is in one row alone.</summary>
/// <param name="Area">The code of the smallest known area that surely holds them; null where none does, or areas are not told apart.</param>
/// <param name="AreaName">Its name; null likewise.</param>
/// <param name="Actor">The id of the one party that reports name; null where they name none or do not agree, or actors are not told apart.</param>
/// <param name="ActorName">Its name; null likewise.</param>
/// <param name="Act">The act; null where acts are not told apart.</param>
/// <param name="ActName">Its name; null likewise.</param>
/// <param name="Now">The span that was asked about.</param>
/// <param name="Then">The span that it is compared with; null where none is.</param>
/// <param name="Change">Whether there were more or fewer single events than then, as far as the bounds tell; null where nothing is compared, or the spans differ in length.</param>
public sealed record TallyRowAnswer(
    string? Area, string? AreaName, string? Actor, string? ActorName, string? Act, string? ActName, TallyAnswer Now, TallyAnswer? Then, SpanChange? Change)
{
    /// <summary>A row of the tallies.</summary>
    /// <param name="case">The case, for the names.</param>
    /// <param name="tallies">The tallies.</param>
    /// <param name="key">The key; null for everything together.</param>
    /// <param name="span">The span; null for all time.</param>
    /// <param name="against">The span to compare with; null for none.</param>
    public static TallyRowAnswer Of(Case @case, EventTallies tallies, TallyKey? key, Interval? span, Interval? against)
    {
        var now = tallies.Of(key, span);
        var then = against is { } earlier ? tallies.Of(key, earlier) : null;
        return new TallyRowAnswer(
            key?.Area?.Value, key?.Area is { } area ? @case.Places.Find(area)?.Name : null,
            key?.Actor?.Value, key?.Actor is { } actor ? @case.Parties.FirstOrDefault(p => p.Id == actor)?.Name : null,
            key?.Act?.Value, key?.Act is { } act ? @case.Codes.NameOf(act) : null,
            TallyAnswer.Of(now), then is null ? null : TallyAnswer.Of(then),
            then is not null && span is { } one && against is { } other && Days(one) == Days(other) ? SpanChanges.Of(now.Events, then.Events) : null);
    }

    // Days with a change of the clock are as long as others here.
    private static double Days(Interval span) => span is { HasStart: true, HasEnd: true } ? Math.Round(span.Duration.TotalDays) : double.PositiveInfinity;
}
