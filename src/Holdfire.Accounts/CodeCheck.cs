using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Holdfire.Accounts;

/// <summary>Checks the codes with which people set how to sign in.</summary>
/// <param name="users">The accounts.</param>
/// <param name="clock">Says what time it is.</param>
public sealed class CodeCheck(UserManager<Account> users, IClock clock)
{
    /// <summary>The account; null where name or code is not right, or the code was used or is over.</summary>
    /// <param name="name">The name.</param>
    /// <param name="code">The code, as a person types it.</param>
    public async Task<Account?> FindAsync(string name, string code)
    {
        var account = await users.FindByNameAsync(name).ConfigureAwait(false);
        var given = Encoding.ASCII.GetBytes(Secret.HashOf(Secret.Typed(code)));
        return account is { CodeHash: { } kept, CodeUntil: { } until } && CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(kept))
            && clock.GetCurrentInstant() < until ? account : null;
    }
}
