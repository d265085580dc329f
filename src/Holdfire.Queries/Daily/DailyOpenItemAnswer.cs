using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Verification;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>An event that is still to be verified.</summary>
/// <param name="Id">The id of the event.</param>
/// <param name="Truce">The truce.</param>
/// <param name="Standard">The standard of proof that it reaches.</param>
/// <param name="Act">What is said to have been done.</param>
/// <param name="Areas">The codes of the areas that it lies in the union of.</param>
/// <param name="Point">Where, as a point with a radius; null where none is given.</param>
/// <param name="Actors">The parties named as having done it.</param>
/// <param name="From">The earliest time left possible; null is open.</param>
/// <param name="To">The latest; null is open.</param>
/// <param name="Sources">The ids of the sources that tell of it.</param>
/// <param name="State">Where its verification stood at the end of the day.</param>
/// <param name="Assigned">Who had it then; null where nobody had.</param>
/// <param name="Due">By when who had it was to have looked; null where nothing was waited for, or no time was set.</param>
public sealed record DailyOpenItemAnswer(
    string Id, string Truce, StandardOfProof Standard, string Act, ImmutableArray<string> Areas, PointAnswer? Point, ImmutableArray<string> Actors,
    Instant? From, Instant? To, ImmutableArray<string> Sources, VerificationState State, string? Assigned, Instant? Due);
