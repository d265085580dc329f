using System.Collections.Immutable;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>The operators of filters, and how deep they may be nested.</summary>
internal static class FilterNames
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MostDepth = 64;

    /// <summary>Comparisons.</summary>
    public static ImmutableHashSet<string> Comparisons { get; } = ["=", "<>", "<", "<=", ">", ">="];

    /// <summary>Spatial functions.</summary>
    public static ImmutableHashSet<string> Spatial { get; } =
        ["s_intersects", "s_equals", "s_disjoint", "s_touches", "s_within", "s_overlaps", "s_crosses", "s_contains"];

    /// <summary>Temporal functions.</summary>
    public static ImmutableHashSet<string> Temporal { get; } = ["t_intersects", "t_disjoint", "t_equals", "t_before", "t_after"];
}
