namespace Holdfire.Queries;

/// <summary>How a truce went by one line, with figures rounded as they are shown.</summary>
/// <param name="Units">Its whole units of which something is known.</param>
/// <param name="WithClaims">Those of them with a claim.</param>
/// <param name="QuietUnits">Whole units before the first with a claim.</param>
/// <param name="QuietInHundred">How often in a hundred so many would be quiet by chance, were it as before, at least 1; null where none was.</param>
/// <param name="ChangeFrom">The day from which it was another level, in words; null where one level does.</param>
/// <param name="RatioBefore">Counted over expected before that; of all units where there is none; null where nothing can be compared.</param>
/// <param name="RatioAfter">Counted over expected from then on; null where there is no such day.</param>
public sealed record CourseFigures(int Units, int WithClaims, int QuietUnits, double? QuietInHundred, string? ChangeFrom, double? RatioBefore, double? RatioAfter);
