namespace Holdfire.Model;

/// <summary>What somebody did about an event: a step of its verification, or a word on what is found of it.</summary>
public enum VerificationStepKind : byte
{
    /// <summary>Somebody is to go and look.</summary>
    ToVerify,

    /// <summary>It was given to somebody.</summary>
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

    /// <summary>A finding is proposed.</summary>
    Proposed,

    /// <summary>Another person approves a finding that was proposed.</summary>
    Approved,

    /// <summary>Somebody does not agree with a finding that was proposed.</summary>
    Dissent,
}
