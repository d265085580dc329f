using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>An obligation with what has become of it at an instant.</summary>
/// <param name="Truce">The truce.</param>
/// <param name="Obligation">The obligation.</param>
/// <param name="Due">When it is due, or null where that is not known or not set.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Done">How much is shown to be done: at least, and at most where evidence is open or denied. Of an obligation without a quantity each report counts as one.</param>
/// <param name="IsLate">Whether what met it came surely after it was due; null where that is not known, or it is not met.</param>
/// <param name="Evidence">The reports that were used, in the order of the obligation.</param>
/// <param name="Denials">Reports that deny some of the evidence, in the order of ids.</param>
public sealed record ObligationStatus(
    TruceId Truce, Obligation Obligation, Instant? Due, ObligationState State, CountRange Done, bool? IsLate, ImmutableArray<ReportId> Evidence,
    ImmutableArray<ReportId> Denials);
