namespace Holdfire;

/// <summary>
/// An answer cannot be given: its input needs more work than the limit, which is counted in steps and is the same on every machine.
/// The message says what is too large, for a person to narrow the question.
/// </summary>
public sealed class TooLargeException(string message) : Exception(message)
{
    /// <summary>The exception itself, or the first of its kind that parallel work ended with; null for any other.</summary>
    public static TooLargeException? In(Exception exception) => exception as TooLargeException
        ?? (exception as AggregateException)?.Flatten().InnerExceptions.OfType<TooLargeException>().FirstOrDefault();
}
