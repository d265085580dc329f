namespace Holdfire.Record;

/// <summary>A record that cannot be read or written as asked; the message is one clear line for a person.</summary>
public class RecordException : Exception
{
    /// <summary>From an error.</summary>
    public RecordException(Error error)
        : base(error.ToString()) => Error = error;

    /// <summary>From an error that an error of the file system caused.</summary>
    public RecordException(Error error, Exception inner)
        : base(error.ToString(), inner) => Error = error;

    /// <summary>What is wrong, and where.</summary>
    public Error Error { get; }

    /// <summary>Why one of several entries is refused.</summary>
    internal static RecordException OfEntry(int at, int count, Error error) =>
        new(error.At(FormattableString.Invariant($"entry {at + 1} of {count}")));
}
