using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>What to count.</summary>
/// <param name="Side">The side that makes the claims; null for a source of no side, which must then be named.</param>
/// <param name="Source">One source of that side; null for all of them.</param>
/// <param name="Region">One area, or null for all.</param>
/// <param name="Act">The act, with all below it.</param>
/// <param name="Measure">What about it is counted.</param>
/// <param name="Windows">The windows, finite and half open, one row each.</param>
/// <param name="Target">One kind of target, or null for any; a claim that names none joins the max alone.</param>
/// <param name="Unit">The unit counted; claims in other units are left out, since units are never added.</param>
public sealed record CountQuery(
    PartyId? Side, SourceId? Source, AreaCode? Region, ActCode Act, Measure Measure, ImmutableArray<Interval> Windows,
    TargetKind? Target = null, CountUnit Unit = default);
