using Microsoft.Extensions.Caching.Memory;

namespace Holdfire.Accounts;

/// <summary>Remembers the codes of authenticator apps that were used, as long as they would be good: each is good once.</summary>
public sealed class UsedAppCodes : IDisposable
{
    // Identity takes codes of five half minutes.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly MemoryCache used = new(new MemoryCacheOptions());

    /// <summary>Uses a code; false where it was used already.</summary>
    public bool TryUse(Account account, string code)
    {
        lock (used)
        {
            var key = (account.Id, code);
            if (used.TryGetValue(key, out _))
            {
                return false;
            }

            used.Set(key, true, Life);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => used.Dispose();
}
