using System.Text.Json.Serialization;
using Holdfire.Findings;

namespace Holdfire.Queries;

/// <summary>An event held against one limit of a prohibition.</summary>
/// <param name="Rule">The id of the rule, such as <c>T-TIME</c>.</param>
/// <param name="Fit">How it lies to the limit.</param>
/// <param name="Text">Both, in words.</param>
/// <param name="HoursBefore">Hours of its window before the terms were in force, <c>"open"</c> for an open start; null where not asked.</param>
/// <param name="HoursAfter">Hours of its window after the terms were in force, <c>"open"</c> for an open end; null where not asked.</param>
/// <param name="Km">Kilometres over the border or off it; null where nothing was measured.</param>
/// <param name="Share">The share of its areas that lies within, from 0 to 1; null where nothing was measured.</param>
public sealed record TermStepAnswer(
    string Rule, TermFit Fit, string Text,
    [property: JsonConverter(typeof(OpenHoursConverter))] double? HoursBefore,
    [property: JsonConverter(typeof(OpenHoursConverter))] double? HoursAfter,
    double? Km, double? Share)
{
    /// <summary>From a step.</summary>
    public static TermStepAnswer Of(TermStep s) => new(s.Rule, s.Fit, s.Text, s.HoursBefore, s.HoursAfter, s.Km, s.Share);
}
