namespace Holdfire.Views;

/// <summary>How much of the machine a question may use.</summary>
/// <param name="MaxDegree">The most threads that work on it at a time, from 1. The answer does not depend on it.</param>
/// <param name="Stop">Ends the work early, with an <see cref="OperationCanceledException"/>.</param>
public readonly record struct Work(int MaxDegree, CancellationToken Stop)
{
    /// <summary>Every processor of the machine, until the answer is there.</summary>
    public static Work Unlimited => new(Environment.ProcessorCount, CancellationToken.None);
}
