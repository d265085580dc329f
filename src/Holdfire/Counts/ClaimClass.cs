using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Reports;

namespace Holdfire.Counts;

/// <summary>What claims share that are alike in all but time, count and source.</summary>
internal sealed record ClaimClass(int Number, ActCode Act, ImmutableArray<AreaCode> Areas, TargetKind Target, CountUnit Unit)
{
    /// <summary>Whether no event can be in claims of both: their acts are disjoint, or all of their areas are.</summary>
    public bool IsDisjointFrom(ClaimClass other, Gazetteer places) =>
        Act.IsDisjointFrom(other.Act) ||
        (Areas.Length > 0 && other.Areas.Length > 0 &&
         Areas.All(a => other.Areas.All(b => places.AreDisjoint(a, b))));
}
