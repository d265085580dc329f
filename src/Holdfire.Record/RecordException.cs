namespace Holdfire.Record;

/// <summary>A record that cannot be read or written as asked; the message is one clear line for a person.</summary>
public class RecordException : Exception
{
    /// <summary>From a fault.</summary>
    public RecordException(Fault fault)
        : base(fault.ToString()) => Fault = fault;

    /// <summary>From a fault that an error of the file system caused.</summary>
    public RecordException(Fault fault, Exception inner)
        : base(fault.ToString(), inner) => Fault = fault;

    /// <summary>What is wrong, and where.</summary>
    public Fault Fault { get; }

    /// <summary>Why one of several entries is refused.</summary>
    internal static RecordException OfEntry(int at, int count, string fault) =>
        new(new Fault(FormattableString.Invariant($"entry {at + 1} of {count}"), fault));
}
