namespace Holdfire.Assessment;

/// <summary>The time for which a rate is shown.</summary>
public enum RatePeriod
{
    /// <summary>A civil day.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>Thirty days.</summary>
    ThirtyDays,
}
