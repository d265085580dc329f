namespace Holdfire.Record.Log;

/// <summary>One thing that is wrong with a record's files.</summary>
/// <param name="Problem">Of what sort.</param>
/// <param name="Error">What was expected and found; its place is the path under the folder, with slashes.</param>
public sealed record FsckFinding(FsckProblem Problem, Error Error)
{
    /// <summary>The path under the folder, with slashes.</summary>
    public string File => Error.Where;

    /// <summary>What was expected and found, without the path.</summary>
    public string What => Error.What;

    /// <inheritdoc/>
    public override string ToString() => Error.ToString();
}
