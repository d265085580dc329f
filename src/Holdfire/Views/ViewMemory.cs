using System.Collections.Concurrent;

namespace Holdfire.Views;

/// <summary>What whoever follows a record keeps from one view to the next, so that the next answer costs what is new. It never changes an answer.</summary>
/// <remarks>May be used by several threads.</remarks>
public sealed class ViewMemory
{
    private readonly ConcurrentDictionary<Type, object> kept = [];

    /// <summary>What is kept of a type; made at the first call.</summary>
    /// <typeparam name="T">The type, by which it is found again.</typeparam>
    public T Of<T>()
        where T : class, new() => (T)kept.GetOrAdd(typeof(T), static _ => new T());
}
