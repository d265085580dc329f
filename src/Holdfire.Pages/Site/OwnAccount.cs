using System.Collections.Immutable;
using NodaTime;

namespace Holdfire.Pages.Site;

/// <summary>What people see of their own account.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">The role, in a word of English.</param>
/// <param name="Party">The party that is spoken for, as its id; null for none.</param>
/// <param name="Since">When this session began.</param>
/// <param name="HasPassword">Whether a password is set.</param>
/// <param name="Passkeys">The passkeys: an id for the form, and when each was made.</param>
/// <param name="Keys">The keys of programs that are good: name, what for, until when.</param>
public sealed record OwnAccount(
    string Name, string Role, string? Party, Instant Since, bool HasPassword,
    ImmutableArray<(string Id, Instant Made)> Passkeys, ImmutableArray<(string Id, string Purpose, Instant Until)> Keys);
