using NodaTime;

namespace Holdfire.Views;

/// <summary>From where a case is seen. Every answer prints them; the same case at the same coordinates gives the same answers.</summary>
/// <param name="KnownBy">Only what sources had published by this instant; null for everything.</param>
/// <param name="RecordedAt">What the record held; null for a case folder, which keeps no history.</param>
/// <param name="Audience">Who asks.</param>
public sealed record ViewCoordinates(Instant? KnownBy = null, RecordedAt? RecordedAt = null, Audience Audience = default)
{
    /// <summary>Everything in a case folder, for everybody.</summary>
    public static ViewCoordinates Everything { get; } = new();
}
