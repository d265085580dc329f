namespace Holdfire.Talks.Deadlocks;

/// <summary>What is done with a precondition.</summary>
public enum ChangeKind
{
    /// <summary>It is dropped.</summary>
    Drop,

    /// <summary>"Before" becomes "together with".</summary>
    Weaken,
}
