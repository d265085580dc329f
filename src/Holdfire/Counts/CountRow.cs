using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Coverage;
using NodaTime;

namespace Holdfire.Counts;

/// <summary>Bounds on the events that a side claims for one window. They bound the claims, not the events.</summary>
/// <param name="Window">The window.</param>
/// <param name="Source">The source asked for, or null for all of the side.</param>
/// <param name="Region">The area asked for, or null for all.</param>
/// <param name="Min">
/// The largest sum of lower counts over claims wholly inside that are pairwise disjoint in time, area or act; across
/// sources of a side, the largest source's.
/// </param>
/// <param name="Max">The sum of upper counts of the claims that touch, recorded inclusions once; null if unbounded.</param>
/// <param name="Reports">How many claims touch the window.</param>
/// <param name="Coverage">Hours of the window by coverage; across sources, hours that any of them watched.</param>
/// <param name="Overlap">Claims that touch the window and may count the same events as another, in the order of ids.</param>
public sealed record CountRow(
    Interval Window, SourceId? Source, AreaCode? Region, long Min, long? Max, int Reports, CoverageHours Coverage,
    ImmutableArray<ReportId> Overlap)
{
    /// <summary>
    /// Numbers in statements of the side that touch the window and are not in the bounds: a speech may repeat or sum what
    /// others of its side count, so they are shown beside and held against the counts by the audit.
    /// </summary>
    public ImmutableArray<ReportId> Stated { get; init; } = [];

    /// <summary>Claims of the side that touch the window and that their source withdrew or corrected; they are not in the bounds.</summary>
    public ImmutableArray<ReportId> Withdrawn { get; init; } = [];

    /// <summary>
    /// Claims that are recorded to be in one that touches the window and has parts in other times, in the order of ids: for that it is one
    /// claim in all the time of its parts.
    /// </summary>
    public ImmutableArray<ReportId> KeptWholeBy { get; init; } = [];
}
