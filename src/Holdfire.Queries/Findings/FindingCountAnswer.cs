using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Findings;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>How many events of one standard of proof a civil day of a truce holds.</summary>
/// <param name="Truce">The id of the truce.</param>
/// <param name="From">The start of the day.</param>
/// <param name="To">The end of the day, which does not belong to it.</param>
/// <param name="Standard">The standard of proof.</param>
/// <param name="AtLeast">Events that lie within the terms and in the day, wherever in their windows the truth is; from 0.</param>
/// <param name="AtMost">Events that may lie within the terms and in the day.</param>
public sealed record FindingCountAnswer(string Truce, Instant From, Instant To, StandardOfProof Standard, int AtLeast, int AtMost)
{
    /// <summary>What the events come to in each measure and unit in which they are told, never added; null, and no key, where an answer does not say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<IncidentCountAnswer>? Numbers { get; init; }

    /// <summary>From a count.</summary>
    public static FindingCountAnswer Of(FindingCount c) => new(c.Truce.Value, c.Day.Start, c.Day.End, c.Standard, c.AtLeast, c.AtMost)
    {
        Numbers = [.. c.Numbers.Select(n => new IncidentCountAnswer(n.Measure, n.Unit, n.Range.Min, n.Range.Max))],
    };
}
