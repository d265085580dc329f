using System.Collections.Immutable;
using Holdfire.Cases;

namespace Holdfire.Assessment;

/// <summary>Says whether truces held, as far as claims tell.</summary>
public static class Assessor
{
    /// <summary>The truces asked for, in the order of the case.</summary>
    public static ImmutableArray<TruceAssessment> Assess(Case @case, AssessmentOptions options) =>
        throw new NotSupportedException();
}
