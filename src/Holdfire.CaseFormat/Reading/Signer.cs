using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Record.Keys;

namespace Holdfire.CaseFormat;

/// <summary>Who signed an item of a record.</summary>
/// <param name="Holder">The holder of the key; blank where nobody signed.</param>
/// <param name="SpeaksAs">The ids of the sources in whose name the holder speaks, by any key.</param>
internal sealed record Signer(string Holder, ImmutableArray<string> SpeaksAs)
{
    /// <summary>Nobody.</summary>
    public static Signer None { get; } = new("", []);

    /// <summary>A holder of keys.</summary>
    public static Signer Of(string holder, KeyRing keys) => new(holder, [.. keys.Keys.Where(k => k.Holder == holder).SelectMany(k => k.SpeaksAs)]);

    /// <summary>Whether it is the hand of a person of the mission: not of a server, and in the name of no source that is another actor's, or is not known here.</summary>
    public bool IsOfMission(IReadOnlyList<Source> sources, IReadOnlyList<Party> actors) =>
        Holder.Length > 0 && Holder != ServerHolders.Intake && SpeaksAs.All(id => sources.Any(s => s.Id.Value == id && (s.Party is not { } actor || IsOfMission(actor, actors))));

    private static bool IsOfMission(PartyId actor, IReadOnlyList<Party> actors) =>
        actors.Any(a => a.Id == actor && a.Role is (PartyRole.Monitor or PartyRole.Mediator));
}
