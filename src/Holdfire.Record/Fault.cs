namespace Holdfire.Record;

/// <summary>What is wrong with data from outside, in one line for a person: where, and what was expected or found.</summary>
/// <param name="Where">The place: a format and its part ("checkpoint, line 2"), or a file.</param>
/// <param name="What">What was expected and what was found.</param>
public sealed record Fault(string Where, string What)
{
    /// <summary>
    /// Whether it shows that a record was altered, cut or forged, or that a file of it is damaged; false for input that is merely wrong.
    /// </summary>
    public bool IsTouched { get; init; }

    /// <summary>Whether another process writes the record just now, so that it can be tried again.</summary>
    public bool IsHeld { get; init; }

    /// <summary>What kind of error it is, stable, for programs.</summary>
    public string Code => IsTouched ? RecordErrorCodes.Touched : RecordErrorCodes.Invalid;

    /// <summary>The same fault, said of a file or of the format that contains this one.</summary>
    public Fault Within(string outer) => this with { Where = $"{outer}: {Where}" };

    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {What}";
}
