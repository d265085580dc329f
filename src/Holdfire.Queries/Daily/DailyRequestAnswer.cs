using NodaTime;

namespace Holdfire.Queries;

/// <summary>A deadline of the talks near the day.</summary>
/// <param name="Entry">The id of the entry.</param>
/// <param name="What">What was asked, threatened or promised, in words.</param>
/// <param name="By">By when.</param>
/// <param name="IsPassed">Whether that has passed, with no answer on record.</param>
public sealed record DailyRequestAnswer(string Entry, string What, Instant By, bool IsPassed);
