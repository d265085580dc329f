using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>A truce with its lines. Lines are never pooled over sides or sources.</summary>
public sealed record TruceAssessment(Truce Truce, TruceStatus Status, ImmutableArray<AssessmentLine> Lines)
{
    /// <summary>The first breach that anyone alleges of each bound party, in reports and statements.</summary>
    public ImmutableArray<FirstAlleged> First { get; init; } = [];

    /// <summary>Reports about its time from which no line is made, in the order of sources and actors, each with the reason.</summary>
    public ImmutableArray<LineLeftOut> LeftOut { get; init; } = [];

    /// <summary>How well it is established that something was done against the terms; null where nobody looked.</summary>
    public Compliance? Compliance { get; init; }

    /// <summary>
    /// The same with what was done against the terms: the primary lines of which it is more than the mission tolerates are
    /// <see cref="Verdict.NotHeld"/>, whatever their rate says.
    /// </summary>
    /// <param name="compliance">How well it is established.</param>
    /// <param name="isBroken">Whether more was done than is tolerated against what a line is about.</param>
    public TruceAssessment With(Compliance compliance, Func<AssessmentLine, bool> isBroken) => this with
    {
        Compliance = compliance,
        Lines = [.. Lines.Select(l => l is { IsPrimary: true, Verdict: not null } && isBroken(l) ? l.AsNotHeld() : l)],
    };
}
