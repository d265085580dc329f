namespace Holdfire.Record.Log;

/// <summary>What is wrong with a file of a record.</summary>
public enum FsckProblem
{
    /// <summary>It is not what the checkpoint commits to.</summary>
    Damaged,

    /// <summary>The checkpoint needs it and it is not there.</summary>
    Missing,

    /// <summary>The checkpoint does not cover it: it was put there, or a publication was cut short or is under way.</summary>
    NotCovered,
}
