using System.Collections.Immutable;
using Holdfire.Assessment;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>One obligation with what has become of it, and the evidence.</summary>
/// <param name="Id">Its id within the truce.</param>
/// <param name="Party">The name of the party that it is asked of.</param>
/// <param name="Text">What is asked, in words.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Due">When it is due; null where that is not known or not set.</param>
/// <param name="Done">How much is shown to be done.</param>
/// <param name="Asked">How much is asked, at least; 1 where it is done or not.</param>
/// <param name="IsLate">Whether what met it came after it was due; null where that is not known, or it is not met.</param>
/// <param name="Evidence">The ids of the reports that show it.</param>
/// <param name="Denials">The ids of reports that deny some of these.</param>
public sealed record ObligationItem(
    string Id, string Party, string Text, ObligationState State, Instant? Due, CountBounds Done, long Asked, bool? IsLate,
    ImmutableArray<string> Evidence, ImmutableArray<string> Denials);
