using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>A truce with its lines. Lines are never pooled over sides or sources.</summary>
public sealed record TruceAssessment(Truce Truce, TruceStatus Status, ImmutableArray<AssessmentLine> Lines)
{
    /// <summary>The first breach that anyone alleges of each bound party, in reports and statements.</summary>
    public ImmutableArray<FirstAlleged> First { get; init; } = [];
}
