namespace Holdfire.Record.Log;

/// <summary>One thing that is wrong with a record's files.</summary>
/// <param name="Problem">Of what sort.</param>
/// <param name="File">The path under the folder, with slashes.</param>
/// <param name="What">What was expected and found.</param>
public sealed record FsckFinding(FsckProblem Problem, string File, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {What}";
}
