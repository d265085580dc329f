using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Findings;

/// <summary>How many events of one standard a civil day of a truce holds.</summary>
/// <param name="Truce">The truce.</param>
/// <param name="Day">The day, half open.</param>
/// <param name="Standard">The standard of proof.</param>
/// <param name="AtLeast">Events that lie within the terms and, wherever in their windows the truth is, in the day.</param>
/// <param name="AtMost">Events that may lie within the terms and in the day.</param>
public sealed record FindingCount(TruceId Truce, Interval Day, StandardOfProof Standard, int AtLeast, int AtMost)
{
    /// <summary>
    /// What the events come to in each measure and unit in which they are told, next to each other. At least the sum of the single
    /// events that count in <see cref="AtLeast"/>, or the largest sum among these where that is more, since a sum may hold the others;
    /// at most the sum over all of <see cref="AtMost"/>.
    /// </summary>
    public ImmutableArray<IncidentCount> Numbers { get; init; } = [];
}
