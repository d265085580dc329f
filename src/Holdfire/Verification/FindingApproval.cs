namespace Holdfire.Verification;

/// <summary>Who stands behind a finding that was proposed.</summary>
public enum FindingApproval
{
    /// <summary>Only who proposed it.</summary>
    Proposed,

    /// <summary>Two people, by what one submitter entered: a case folder, or entries under one key, cannot show that there were two.</summary>
    OneHand,

    /// <summary>Another person by another key, which cannot approve: it speaks as a source of a party, or is a server's.</summary>
    NotCounted,

    /// <summary>Two people, each with a key of their own; who approves is of the mission.</summary>
    Approved,
}
