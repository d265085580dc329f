using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks;

/// <summary>A claim that no condition is set, held against what the same side requires.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Against">A precondition of the same side for the same item.</param>
/// <param name="SameSpeaker">Whether the same source said both; else another source of the side did.</param>
public sealed record TalksContradiction(UnconditionalClaim Claim, Precondition Against, bool SameSpeaker)
{
    /// <summary>Every claim with every precondition that stands against it.</summary>
    public static ImmutableArray<TalksContradiction> In(Case @case)
    {
        var gone = @case.Talks.NoLongerStanding();
        var speakers = @case.Statements.ToLookup(s => s.Id, s => s.Speaker);
        IEnumerable<SourceId> SpeakersOf(TalksEntry entry) => entry.Statements.SelectMany(s => speakers[s]);
        return
        [
            .. from claim in @case.Talks.Unconditional
               where !gone.Contains(claim.Id)
               from against in @case.Talks.Preconditions
               where !gone.Contains(against.Id) && against.Actor == claim.By && against.For == claim.Item
               select new TalksContradiction(claim, against, SpeakersOf(claim).Intersect(SpeakersOf(against)).Any()),
        ];
    }
}
