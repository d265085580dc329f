namespace Holdfire.Talks;

/// <summary>How a deadline stands.</summary>
public enum DeadlineStatus
{
    /// <summary>No time was said.</summary>
    NoneSaid,

    /// <summary>It lies ahead, or may.</summary>
    Pending,

    /// <summary>It is over, and the record does not say what became of it.</summary>
    PassedUnknown,

    /// <summary>The record says what became of it.</summary>
    Known,
}
