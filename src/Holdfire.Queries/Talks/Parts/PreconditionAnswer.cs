using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What a party makes one item depend on.</summary>
/// <param name="Actor">The id of the party that sets it.</param>
/// <param name="Requires">The id of the item that is required.</param>
/// <param name="Relation">Whether it is required before, or together.</param>
/// <param name="For">The id of the item that it is required for.</param>
/// <param name="Entry">The entry that says so.</param>
public sealed record PreconditionAnswer(string Actor, string Requires, PreconditionRelation Relation, string For, TalksEntryAnswer Entry)
{
    /// <summary>From a precondition.</summary>
    public static PreconditionAnswer Of(Precondition p) => new(p.Actor.Value, p.Requires.Value, p.Relation, p.For.Value, TalksEntryAnswer.Of(p));
}
