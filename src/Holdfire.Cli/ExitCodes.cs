namespace Holdfire.Cli;

/// <summary>The exit codes of every command, documented in docs/cli.md.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The command line itself was wrong.</summary>
    public const int Usage = 1;

    /// <summary>The input was wrong; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>The good rows went in, the others were rejected.</summary>
    public const int SomeRejected = 3;

    /// <summary>A file could not be read or written.</summary>
    public const int Files = 4;

    /// <summary>A record was altered, cut, forked or rolled back; or a bundle was.</summary>
    public const int Touched = 5;

    /// <summary>An import would undo what was entered in the record since; nothing was written.</summary>
    public const int WouldUndo = 6;

    /// <summary>A bundle whose figure follows from the entries in it, or that holds a report, while others that bear on it may be missing: at least so much.</summary>
    public const int AtLeast = 7;

    /// <summary>A bundle that is signed as it should be and whose figure was not recomputed.</summary>
    public const int NotRecomputed = 8;

    /// <summary>
    /// Nothing was found altered, but what was given to check against vouches for nothing: a trusted witness has not cosigned, the
    /// quorum of a policy is not met, or a checkpoint cannot be compared without a proof.
    /// </summary>
    public const int NotVouched = 9;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 70;
}
