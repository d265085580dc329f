namespace Holdfire.Assessment;

/// <summary>The stretch of time for which a source makes one count, and so the unit in which its counts are compared.</summary>
public enum ReportingUnit
{
    /// <summary>A night, from afternoon to afternoon.</summary>
    Night,

    /// <summary>A civil day.</summary>
    Day,

    /// <summary>Seven civil days.</summary>
    Week,
}
