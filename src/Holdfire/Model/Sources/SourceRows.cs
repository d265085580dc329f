namespace Holdfire.Model;

/// <summary>How the reports of one source lie to each other by its own coding.</summary>
public enum SourceRows
{
    /// <summary>Two of them may be about the same event, as in bulletins and messages.</summary>
    MayOverlap,

    /// <summary>Each is an event of its own, as in an event data set: they add up, and no two of them are one event.</summary>
    DistinctEvents,
}
