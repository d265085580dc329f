using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>Whether and when a prohibition of a truce bound one party.</summary>
internal sealed class ActorTerms
{
    private readonly TimeLimit? time;
    private readonly TermStep actor;

    public ActorTerms(Truce truce, Prohibition prohibition, PartyId party)
    {
        var inForce = truce.InForce.Where(f => f.Party == party).ToList();
        IsDisputed = inForce.Exists(f => f.Disputed);
        time = inForce.Count > 0 ? new TimeLimit([.. inForce]) : null;
        actor = !prohibition.Bound.Contains(party) ? new(TermLimit.Actor, TermFit.Outside, $"{party} is not bound by {prohibition.Id}.")
            : time is null ? new(TermLimit.Actor, TermFit.Outside, $"{truce.Id} was never in force for {party}.")
            : new(TermLimit.Actor, TermFit.Inside, $"{party} is bound by {prohibition.Id}.");
    }

    /// <summary>Whether another account gives other ends.</summary>
    public bool IsDisputed { get; }

    /// <summary>The actor and, where the truce was ever in force for it, the time.</summary>
    public IEnumerable<TermStep> Test(FindingSubject subject) => time is null ? [actor] : [actor, time.Test(subject.Window)];
}
