using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Counts;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Bounds on what is claimed for one window.</summary>
/// <param name="From">The start of the window.</param>
/// <param name="To">The end of the window, which does not belong to it.</param>
/// <param name="Source">The source asked for; null for all of the side.</param>
/// <param name="Region">The area asked for; null for all.</param>
/// <param name="Min">At least so many are claimed, from 0.</param>
/// <param name="Max">At most so many are claimed; null for no upper limit.</param>
/// <param name="Reports">The number of claims that touch the window.</param>
/// <param name="CoveredHours">The hours of the window in which a source of the side was looking, from 0 to the length of the window.</param>
/// <param name="Overlap">The ids of claims that may count the same events as another.</param>
/// <param name="Stated">The ids of numbers in statements that touch the window; they are not in the bounds.</param>
/// <param name="Withdrawn">The ids of claims that touch the window and were withdrawn or corrected by their source; they are not in the bounds.</param>
public sealed record CountsAnswerRow(
    Instant From, Instant To, string? Source, string? Region, long Min, long? Max, int Reports, double CoveredHours,
    ImmutableArray<string> Overlap, ImmutableArray<string> Stated, ImmutableArray<string> Withdrawn)
{
    /// <summary>
    /// The ids of claims for which a claim with parts in other times, in which they are recorded to be, is counted as one in all the time
    /// of its parts; null where there is none, and no key.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? KeptWholeBy { get; init; }

    /// <summary>What one counts, where the answer has rows of several units; else null, and no key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountUnit? Unit { get; init; }

    /// <summary>From a row of the counter.</summary>
    public static CountsAnswerRow Of(CountRow row) => new(
        row.Window.Start, row.Window.End, row.Source?.Value, row.Region?.Value, row.Min, row.Max, row.Reports, row.Coverage.Yes,
        [.. row.Overlap.Select(r => r.Value)], [.. row.Stated.Select(r => r.Value)], [.. row.Withdrawn.Select(r => r.Value)])
    {
        KeptWholeBy = row.KeptWholeBy.IsEmpty ? null : [.. row.KeptWholeBy.Select(r => r.Value)],
    };
}
