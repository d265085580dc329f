namespace Holdfire.Views;

/// <summary>How the size of a record at an instant was found.</summary>
public enum RecordedAtBasis
{
    /// <summary>The largest size that a witness had cosigned by then.</summary>
    Cosigned,

    /// <summary>No witness cosigned: the entries before the first one whose own time, as its submitter stated it, is later.</summary>
    Made,
}
