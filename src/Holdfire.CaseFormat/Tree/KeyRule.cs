using System.Collections.Immutable;

namespace Holdfire.CaseFormat;

/// <summary>One key of a map: its shape, whether it must be there, and the values allowed (empty: any).</summary>
internal sealed record KeyRule(
    string Name, bool Required, KeyShape Shape, ImmutableArray<string> Allowed, KeyTable? Table);
