namespace Holdfire.Model;

/// <summary>How often a source is known to report, by declaration.</summary>
public enum ReportingRhythm
{
    /// <summary>It reports as things happen.</summary>
    None,

    /// <summary>Once for each night.</summary>
    Night,

    /// <summary>Once for each civil day.</summary>
    Day,

    /// <summary>Once for each week.</summary>
    Week,
}
