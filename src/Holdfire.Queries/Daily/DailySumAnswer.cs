using System.Collections.Immutable;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>A claim that stands apart from the single events: it sums events, or is a number in a statement.</summary>
/// <param name="Id">The id of its incident, or of the number in the statement.</param>
/// <param name="Sources">The ids of those who make it.</param>
/// <param name="Act">What it counts.</param>
/// <param name="From">The start of its time; null is open.</param>
/// <param name="To">Its end; null is open. It may be about more than the day.</param>
/// <param name="Numbers">How many.</param>
/// <param name="Harm">Killed and injured.</param>
public sealed record DailySumAnswer(
    string Id, ImmutableArray<string> Sources, string Act, Instant? From, Instant? To, ImmutableArray<NumberAnswer> Numbers, ImmutableArray<HarmAnswer> Harm);
