using System.Diagnostics.CodeAnalysis;

namespace Holdfire.Record;

/// <summary>What reading data from outside came to: a value, or the one error that it was refused for.</summary>
/// <remarks>Exactly one of the two is there. The default of this type is neither and must not be used.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Parsed<T>
    where T : notnull
{
    private readonly T? value;

    private Parsed(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>The error, or null where there is a value.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    public bool Ok => Error is null;

    /// <summary>The value. To ask for it where there is an error is a defect of the caller.</summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException(Error.ToString());

    /// <summary>A value that was read.</summary>
    public static implicit operator Parsed<T>(T value) => new(value, null);

    /// <summary>An error that was found.</summary>
    public static implicit operator Parsed<T>(Error error) => new(default, error);

    /// <summary>The value, or the error.</summary>
    public bool Is([MaybeNullWhen(false)] out T read, [MaybeNullWhen(true)] out Error error)
    {
        read = value;
        error = Error;
        return Error is null;
    }

    /// <summary>The value, or an exception whose message is the error: for callers that cannot go on without it.</summary>
    /// <exception cref="RecordException">There is an error.</exception>
    public T OrThrow() => Error is null ? value! : throw new RecordException(Error);
}
