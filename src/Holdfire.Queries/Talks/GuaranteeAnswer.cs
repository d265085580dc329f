using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>Who is to answer for what, for whose sake.</summary>
/// <param name="Item">The id of the item that is the guarantee.</param>
/// <param name="By">The ids of the guarantors.</param>
/// <param name="To">The ids of those whom it protects.</param>
/// <param name="Entry">The entry.</param>
public sealed record GuaranteeAnswer(string Item, ImmutableArray<string> By, ImmutableArray<string> To, TalksEntryAnswer Entry)
{
    /// <summary>From a guarantee.</summary>
    public static GuaranteeAnswer Of(Guarantee g) =>
        new(g.Item.Value, [.. g.By.Select(p => p.Value)], [.. g.To.Select(p => p.Value)], TalksEntryAnswer.Of(g));
}
