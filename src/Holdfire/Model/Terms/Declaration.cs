using Holdfire.Time;

namespace Holdfire.Model;

/// <summary>What one actor said of a truce, and when.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Kind">What.</param>
/// <param name="When">When it was said.</param>
/// <param name="Text">What was said, in words of our own, with any condition.</param>
/// <param name="Statement">The statement, where it is in the case.</param>
/// <param name="Reference">Where it was read, where it is not.</param>
public sealed record Declaration(
    PartyId Actor, DeclarationKind Kind, TimeWindow When, string Text, StatementId? Statement, string Reference);
