using System.Diagnostics.CodeAnalysis;

namespace Holdfire.Record;

/// <summary>What reading data from outside came to: a value, or the one fault that it was refused for.</summary>
/// <remarks>Exactly one of the two is there. The default of this type is neither and must not be used.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Parsed<T>
    where T : notnull
{
    private readonly T? value;

    private Parsed(T? value, Fault? fault)
    {
        this.value = value;
        Fault = fault;
    }

    /// <summary>The fault, or null where there is a value.</summary>
    public Fault? Fault { get; }

    /// <summary>Whether there is a value.</summary>
    public bool Ok => Fault is null;

    /// <summary>The value. To ask for it where there is a fault is a defect of the caller.</summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public T Value => Fault is null ? value! : throw new InvalidOperationException(Fault.ToString());

    /// <summary>A value that was read.</summary>
    public static implicit operator Parsed<T>(T value) => new(value, null);

    /// <summary>A fault that was found.</summary>
    public static implicit operator Parsed<T>(Fault fault) => new(default, fault);

    /// <summary>The value, or the fault.</summary>
    public bool Is([MaybeNullWhen(false)] out T read, [MaybeNullWhen(true)] out Fault fault)
    {
        read = value;
        fault = Fault;
        return Fault is null;
    }

    /// <summary>The value, or an exception whose message is the fault: for callers that cannot go on without it.</summary>
    /// <exception cref="RecordException">There is a fault.</exception>
    public T OrThrow() => Fault is null ? value! : throw new RecordException(Fault);
}
