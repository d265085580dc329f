using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Accounts;

/// <summary>Who asks: somebody who signed in, or came with a key; or anybody.</summary>
/// <param name="Name">The name of the account; empty for anybody.</param>
/// <param name="Role">The role of the account.</param>
/// <param name="Party">The party that is spoken for; null for all roles but <see cref="Role.Party"/>.</param>
public sealed record Viewer(string Name, Role Role, PartyId? Party)
{
    /// <summary>Whoever did not say who it is.</summary>
    public static Viewer Anybody { get; } = new("", Role.Public, null);

    /// <summary>What may be shown to whoever asks.</summary>
    public Audience Audience => Role switch
    {
        Role.Party when Party is { } party => AsPerson(Audience.Of(party)),
        Role.Monitor or Role.Analyst or Role.DutyOfficer => AsPerson(Audience.Mission),
        Role.DataProtectionOfficer => AsPerson(Audience.Public),
        _ => Audience.Public,
    };

    /// <summary>Whether it is known who asks.</summary>
    public bool IsKnown => Name.Length > 0;

    /// <summary>Whether the role may send entries: a delegate those of the own party alone.</summary>
    public bool MayEnter => Role is Role.Party or Role.Monitor or Role.Analyst or Role.DutyOfficer;

    private Audience AsPerson(Audience audience) => PersonId.TryParse(Name, out var person) ? audience.As(person) : audience;
}
