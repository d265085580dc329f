using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What a sensor or an alert system shows, to stand beside an event: never evidence by itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">The id of its source.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="From">The start of its widest time; null is open.</param>
/// <param name="To">The end of its widest time; null is open.</param>
/// <param name="Areas">The codes of its areas.</param>
/// <param name="Point">Its place as a point, or null.</param>
/// <param name="Value">What was measured, or null.</param>
/// <param name="ValueUnit">The unit of the value; empty where there is none.</param>
/// <param name="Supports">The ids of the reports beside which somebody put it.</param>
/// <param name="Note">What to know about it.</param>
public sealed record DetectionAnswer(
    string Id, string Source, DetectionKind Kind, Instant? From, Instant? To, ImmutableArray<string> Areas, PointAnswer? Point, double? Value,
    string ValueUnit, ImmutableArray<string> Supports, string Note)
{
    /// <summary>From a detection.</summary>
    public static DetectionAnswer Of(Detection d) => new(
        d.Id.Value, d.Source.Value, d.Kind, d.Window.Extent.HasStart ? d.Window.Extent.Start : null, d.Window.Extent.HasEnd ? d.Window.Extent.End : null,
        [.. d.Areas.Select(a => a.Value)], PointAnswer.Of(d.Point), d.Value, d.ValueUnit, [.. d.Supports.Select(r => r.Value)], d.Note);
}
