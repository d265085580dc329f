namespace Holdfire.Record.State;

/// <summary>An entry that the rules of docs/record-format.md do not allow where it stands.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Error">What speaks against it, without a place.</param>
public sealed record RefusedEntry(long Index, Error Error)
{
    /// <summary>The error with its place: <c>entry 3: expected …</c>.</summary>
    public Error Placed => Error.Within(FormattableString.Invariant($"entry {Index}"));
}
