namespace Holdfire.Record;

/// <summary>Bytes that are not of the form that is expected; who reads them says where.</summary>
public sealed class MalformedException : FormatException
{
    /// <summary>From an error.</summary>
    public MalformedException(Error error)
        : base(error.ToString()) => Error = error;

    /// <summary>From the parts of an error.</summary>
    public MalformedException(string expected, string found)
        : this(RecordError.Of(expected, found))
    {
    }

    /// <summary>What is wrong.</summary>
    public Error Error { get; }

    /// <summary>The error behind a failure to read bytes.</summary>
    internal static Error Of(FormatException e) => (e as MalformedException)?.Error ?? RecordError.Of("", e.Message);
}
