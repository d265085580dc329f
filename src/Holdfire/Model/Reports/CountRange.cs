namespace Holdfire.Model;

/// <summary>How many, as exactly as a source said: at least <see cref="Min"/>, at most <see cref="Max"/>.</summary>
/// <remarks>Never negative. A null maximum is "unbounded": "a number of" is 1 to unbounded.</remarks>
public readonly record struct CountRange
{
    // The complement of the maximum, which is never 0; 0 for none. Half the size of a nullable number.
    private readonly long limit;

    /// <summary>A range; both ends are included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is negative or above the maximum.</exception>
    public CountRange(long min, long? max)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(min, max ?? long.MaxValue, nameof(min));
        Min = min;
        limit = ~max ?? 0;
    }

    /// <summary>The least number that the words allow.</summary>
    public long Min { get; }

    /// <summary>The greatest number that the words allow, or null where they set no limit.</summary>
    public long? Max => limit == 0 ? null : ~limit;

    /// <summary>"A number of": one or more.</summary>
    public static CountRange Some => new(1, null);

    /// <summary>Exactly this many.</summary>
    public static CountRange Exactly(long count) => new(count, count);

    /// <summary>This many or more.</summary>
    public static CountRange AtLeast(long count) => new(count, null);

    /// <summary>Both together.</summary>
    public static CountRange operator +(CountRange a, CountRange b) => Add(a, b);

    /// <summary>Both together.</summary>
    public static CountRange Add(CountRange a, CountRange b) => new(a.Min + b.Min, a.Max + b.Max);

    /// <summary><c>12</c>, <c>10..15</c> or <c>12..</c>.</summary>
    public override string ToString() =>
        Max == Min ? FormattableString.Invariant($"{Min}") : FormattableString.Invariant($"{Min}..{Max}");
}
