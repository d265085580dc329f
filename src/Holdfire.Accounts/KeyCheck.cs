using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Holdfire.Accounts;

/// <summary>Says who asks where a request comes with a key.</summary>
/// <param name="tables">The accounts.</param>
/// <param name="clock">Says what time it is.</param>
public sealed class KeyCheck(AccountContext tables, IClock clock)
{
    /// <summary>Who comes with a key; null where the key is wrong, over or revoked, which nobody is to tell apart.</summary>
    /// <param name="secret">What the program sent.</param>
    public async Task<Viewer?> FindAsync(string secret)
    {
        var hash = Secret.HashOf(secret);
        var key = await tables.Keys.AsNoTracking().Include(k => k.Account).FirstOrDefaultAsync(k => k.Hash == hash).ConfigureAwait(false);
        return key is { Account: { } account } && key.IsGood(clock.GetCurrentInstant()) ? account.Viewer : null;
    }
}
