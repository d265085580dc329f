using Holdfire.Model;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Holdfire.Accounts;

/// <summary>A person who may sign in. Name, password, passkeys and the secret of the authenticator app are as ASP.NET Core Identity keeps them.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>What the person does.</summary>
    public Role Role { get; set; }

    /// <summary>The id of the party that the person speaks for; null for all roles but <see cref="Role.Party"/>.</summary>
    public string? Party { get; set; }

    /// <summary>The hash of the code with which the person sets how to sign in; null once that is done.</summary>
    public string? CodeHash { get; set; }

    /// <summary>Until when the code is good; null where there is none.</summary>
    public Instant? CodeUntil { get; set; }

    /// <summary>The keys for programs.</summary>
    public ICollection<AccessKey> Keys { get; } = [];

    /// <summary>Who asks where this person does.</summary>
    public Viewer Viewer => new(UserName!, Role, Party is { } party ? new PartyId(party) : null);
}
