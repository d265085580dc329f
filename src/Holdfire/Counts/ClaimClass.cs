using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>What claims share that are alike in all but time, count and links to others.</summary>
/// <remarks>Claims of one kind meet others in the same way: by act, areas and, where it tells its rows apart, source.</remarks>
internal sealed record ClaimClass(
    int Number, int Kind, ActCode Act, ImmutableArray<AreaCode> Areas, TargetKind Target, CountUnit Unit, Measure Measure,
    SourceId Source, PartyId? Actor, bool IsPart, bool IsDistinct);
