namespace Holdfire.CaseFormat.Entries;

/// <summary>What an import would do to an item of a record.</summary>
public enum ImportEffect
{
    /// <summary>It is new in the record.</summary>
    Add,

    /// <summary>It takes the place of what the record holds.</summary>
    Correct,

    /// <summary>It is withdrawn, since it is not among what is imported.</summary>
    Withdraw,

    /// <summary>It is left out: another submitter holds its id.</summary>
    LeaveOut,

    /// <summary>It takes the place of a correction that was made in the record.</summary>
    UndoCorrection,

    /// <summary>It comes back, though it was withdrawn in the record.</summary>
    UndoWithdrawal,

    /// <summary>It would be published, though the record holds it protected.</summary>
    Publish,

    /// <summary>It would be published, though the record held it protected and it was withdrawn: its content was never to be seen.</summary>
    PublishWithdrawn,

    /// <summary>It differs from a protected content that was disclosed, which cannot be corrected.</summary>
    ChangeDisclosed,
}
