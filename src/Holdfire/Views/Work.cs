namespace Holdfire.Views;

/// <summary>How much of the machine a question may use.</summary>
/// <param name="MaxDegree">The most threads that work on it at a time, from 1. The answer does not depend on it.</param>
/// <param name="Stop">Ends the work early, with an <see cref="OperationCanceledException"/>.</param>
public readonly record struct Work(int MaxDegree, CancellationToken Stop)
{
    /// <summary>Every processor of the machine, until the answer is there.</summary>
    public static Work Unlimited => new(Environment.ProcessorCount, CancellationToken.None);

    /// <summary>Called when long work begins, with what is done to how many of what; what it returns is disposed of at the end. Null for nothing.</summary>
    public Func<string, int, string, IDisposable?>? Begins { get; init; }

    internal ParallelOptions Parallel => new() { MaxDegreeOfParallelism = MaxDegree, CancellationToken = Stop };

    /// <summary>Does long work, and says so to whoever asked.</summary>
    /// <param name="what">What is done: <c>fusing</c>.</param>
    /// <param name="count">To how many things.</param>
    /// <param name="things">What they are: <c>reports</c>.</param>
    /// <param name="work">The work.</param>
    public T While<T>(string what, int count, string things, Func<T> work)
    {
        Stop.ThrowIfCancellationRequested();
        using (Begins?.Invoke(what, count, things))
        {
            return work();
        }
    }
}
