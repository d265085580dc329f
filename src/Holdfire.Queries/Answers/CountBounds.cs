using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>Bounds on a number.</summary>
/// <param name="Min">The least, from 0.</param>
/// <param name="Max">The most; null for no upper limit.</param>
public sealed record CountBounds(long Min, long? Max)
{
    /// <summary>From a count.</summary>
    public static CountBounds Of(CountRange range) => new(range.Min, range.Max);

    /// <summary>From a count, or null where there is none.</summary>
    public static CountBounds? Of(CountRange? range) => range is { } r ? Of(r) : null;
}
