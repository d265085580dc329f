namespace Holdfire.Verification;

/// <summary>What has become of a question to a party.</summary>
public enum QueryState
{
    /// <summary>No reply yet.</summary>
    Waiting,

    /// <summary>No reply, and the time for it has passed.</summary>
    Overdue,

    /// <summary>The party has replied.</summary>
    Answered,
}
