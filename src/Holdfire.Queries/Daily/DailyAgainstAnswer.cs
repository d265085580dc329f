namespace Holdfire.Queries;

/// <summary>The day that a daily report is compared with.</summary>
/// <param name="Date">Its date.</param>
/// <param name="Span">The time that its own report covers.</param>
public sealed record DailyAgainstAnswer(string Date, SpanAnswer Span);
