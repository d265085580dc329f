using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Reports;
using System.Collections.Immutable;

namespace Holdfire.Counts;

/// <summary>What claims share that are alike in all but time, count and source.</summary>
internal sealed record ClaimClass(
    int Number, int Kind, ActCode Act, ImmutableArray<AreaCode> Areas, TargetKind Target, CountUnit Unit);
