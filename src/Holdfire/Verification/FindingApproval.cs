namespace Holdfire.Verification;

/// <summary>Who stands behind a finding that was proposed.</summary>
public enum FindingApproval
{
    /// <summary>Only who proposed it.</summary>
    Proposed,

    /// <summary>Two people, by what one submitter entered: a case folder, or entries under one key, cannot show that there were two.</summary>
    OneHand,

    /// <summary>Two people, each with a key of their own.</summary>
    Approved,
}
