using Holdfire.Assessment;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The first breach that anyone alleges of a party.</summary>
/// <param name="AllegedActor">The id of the party; null where the claim names nobody.</param>
/// <param name="Source">The id of the source that claims it.</param>
/// <param name="Claim">The id of the claim.</param>
/// <param name="Act">The act claimed.</param>
/// <param name="From">The start of the time in which it lies.</param>
/// <param name="To">The end of the time in which it lies.</param>
/// <param name="Count">How many are claimed; at least one.</param>
public sealed record AllegedBreachAnswer(string? AllegedActor, string Source, string Claim, string Act, Instant From, Instant To, CountBounds Count)
{
    /// <summary>From a first alleged breach.</summary>
    public static AllegedBreachAnswer Of(FirstAlleged f) => new(
        f.Actor?.Value, f.Claim.Source.Value, f.Claim.Id.Value, f.Claim.Act.Value, f.Claim.Window.Extent.Start, f.Claim.Window.Extent.End,
        CountBounds.Of(f.Claim.Count));
}
