using System.Collections.Immutable;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>A boolean expression of a filter (OGC 21-065r2, CQL2).</summary>
internal abstract record FilterTest
{
    /// <summary>Both, or all.</summary>
    public sealed record And(ImmutableArray<FilterTest> Parts) : FilterTest;

    /// <summary>Either, or any.</summary>
    public sealed record Or(ImmutableArray<FilterTest> Parts) : FilterTest;

    /// <summary>Not so.</summary>
    public sealed record Not(FilterTest Part) : FilterTest;

    /// <summary>A comparison.</summary>
    /// <param name="Operator"><c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</param>
    /// <param name="Left">One side.</param>
    /// <param name="Right">The other.</param>
    public sealed record Compare(string Operator, FilterValue Left, FilterValue Right) : FilterTest;

    /// <summary>Whether a text fits a pattern: <c>%</c> any characters, <c>_</c> one, a backslash takes the next as it is.</summary>
    public sealed record Like(FilterValue Value, FilterValue Pattern) : FilterTest;

    /// <summary>Whether a number lies between two, both included.</summary>
    public sealed record Between(FilterValue Value, FilterValue Least, FilterValue Most) : FilterTest;

    /// <summary>Whether a value is one of some.</summary>
    public sealed record In(FilterValue Value, ImmutableArray<FilterValue> Of) : FilterTest;

    /// <summary>Whether nothing is said of it.</summary>
    public sealed record IsNull(FilterValue Value) : FilterTest;

    /// <summary>How two shapes lie to each other.</summary>
    /// <param name="Operator">Such as <c>s_intersects</c>, in lower case.</param>
    /// <param name="Left">One shape.</param>
    /// <param name="Right">The other.</param>
    public sealed record Spatial(string Operator, FilterValue Left, FilterValue Right) : FilterTest;

    /// <summary>How two times lie to each other.</summary>
    /// <param name="Operator">Such as <c>t_intersects</c>, in lower case.</param>
    /// <param name="Left">One time or span.</param>
    /// <param name="Right">The other.</param>
    public sealed record Temporal(string Operator, FilterValue Left, FilterValue Right) : FilterTest;

    /// <summary>A property or literal that is true or false by itself.</summary>
    public sealed record Holds(FilterValue Value) : FilterTest;
}
