namespace Holdfire.Assessment;

/// <summary>What has become of an obligation at an instant.</summary>
public enum ObligationState
{
    /// <summary>It cannot be told: no date by which it is due is known, or the evidence may or may not be enough.</summary>
    Unknown,

    /// <summary>It is not due yet, and nothing shows that any of it is done.</summary>
    Due,

    /// <summary>It is not due yet, and some of it is shown to be done.</summary>
    InPart,

    /// <summary>It is shown to be done.</summary>
    Met,

    /// <summary>It was due, and no evidence shows that all of it is done. That is no proof that it is not.</summary>
    Overdue,
}
