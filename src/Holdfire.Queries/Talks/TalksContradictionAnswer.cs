using Holdfire.Model;
using Holdfire.Talks;

namespace Holdfire.Queries;

/// <summary>A claim to set no condition, held against a precondition of the same side.</summary>
/// <param name="Party">The id of the party that claims it.</param>
/// <param name="Item">The id of the item.</param>
/// <param name="Claim">The entry of the claim.</param>
/// <param name="Against">The precondition.</param>
/// <param name="SameSpeaker">Whether the same person said both.</param>
/// <param name="InWords">Both, in a sentence.</param>
public sealed record TalksContradictionAnswer(
    string Party, string Item, TalksEntryAnswer Claim, PreconditionAnswer Against, bool SameSpeaker, string InWords)
{
    /// <summary>From a contradiction.</summary>
    public static TalksContradictionAnswer Of(TalksContradiction c, Case @case) => new(
        c.Claim.By.Value, c.Claim.Item.Value, TalksEntryAnswer.Of(c.Claim), PreconditionAnswer.Of(c.Against), c.SameSpeaker, TalksWords.Of(c, @case));
}
