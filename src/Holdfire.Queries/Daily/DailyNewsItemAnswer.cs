using Holdfire.Tallies;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What became known of one report.</summary>
/// <param name="Kind">Whether it is new, or was changed or withdrawn by its source.</param>
/// <param name="Report">The id of the report; of a change that which stands no more.</param>
/// <param name="By">Of a change, the id of the report in its place; null where none is known, and else.</param>
/// <param name="Source">The id of its source.</param>
/// <param name="At">When it became known.</param>
/// <param name="Act">What it is about.</param>
/// <param name="AboutEarlierDays">Whether it is about a time before the day.</param>
/// <param name="Was">What it counted.</param>
/// <param name="Is">What the report in its place counts; null where there is none.</param>
public sealed record DailyNewsItemAnswer(
    NewsKind Kind, string Report, string? By, string Source, Instant At, string Act, bool AboutEarlierDays, NumberAnswer Was, NumberAnswer? Is);
