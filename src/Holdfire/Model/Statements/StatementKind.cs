namespace Holdfire.Model;

/// <summary>What a speaker does with a statement.</summary>
public enum StatementKind
{
    /// <summary>Offers something.</summary>
    Proposal,

    /// <summary>Answers a proposal.</summary>
    Response,

    /// <summary>Makes one thing depend on another.</summary>
    Precondition,

    /// <summary>Asks for something.</summary>
    Demand,

    /// <summary>Announces a consequence.</summary>
    Threat,

    /// <summary>Says that something is so.</summary>
    Claim,

    /// <summary>Says that another did something, such as a breach.</summary>
    Accusation,

    /// <summary>Says that something is not so.</summary>
    Denial,

    /// <summary>Commits the speaker.</summary>
    Pledge,

    /// <summary>Asks without demanding, thanks, or comments.</summary>
    Appeal,
}
