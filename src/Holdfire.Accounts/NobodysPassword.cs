using Microsoft.AspNetCore.Identity;

namespace Holdfire.Accounts;

/// <summary>A hash that no password has: what is looked at where there is no account, so that this takes as long as where there is one.</summary>
public sealed class NobodysPassword(IPasswordHasher<Account> hasher)
{
    /// <summary>The hash.</summary>
    public string Hash { get; } = hasher.HashPassword(new Account(), Secret.NewKey());
}
