namespace Holdfire.Verification;

/// <summary>Where the verification of an event stands.</summary>
public enum VerificationState
{
    /// <summary>Nobody has decided anything yet.</summary>
    New,

    /// <summary>Somebody is to go and look.</summary>
    ToVerify,

    /// <summary>It is given to somebody.</summary>
    Assigned,

    /// <summary>Somebody was there.</summary>
    Visited,

    /// <summary>Somebody went and was not let in.</summary>
    AccessRefused,

    /// <summary>What happened was established.</summary>
    Verified,

    /// <summary>Nothing more is to be done.</summary>
    Closed,

    /// <summary>It cannot be established.</summary>
    NotVerifiable,
}
