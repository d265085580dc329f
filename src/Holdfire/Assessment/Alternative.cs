namespace Holdfire.Assessment;

/// <summary>One way to make a comparison.</summary>
/// <param name="BaselineDays">Days before that it goes back.</param>
/// <param name="WithAnnounced">Whether the days from the announcement on are among them.</param>
/// <param name="WithGreatest">Whether the greatest unit before is.</param>
/// <param name="Model">
/// <c>level</c>: a level that drifts; <c>rates</c>: two rates, negative binomial, without drift; <c>rates_least</c> and
/// <c>rates_most</c>: the same at the ends of the bounds.
/// </param>
/// <param name="Size">During over before.</param>
/// <param name="Ratio">Its interval.</param>
public sealed record Alternative(int BaselineDays, bool WithAnnounced, bool WithGreatest, string Model, double Size, RatioInterval Ratio);
