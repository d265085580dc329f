using System.Threading.RateLimiting;

namespace Holdfire.Server.SignIn;

/// <summary>How often signing in may be tried: for one name, whether there is such an account or not, and from one address.</summary>
/// <remarks>
/// A name is locked for nobody's passkey: whoever keeps trying a name keeps its owner out by password alone. Kept in memory, so that a try costs
/// as much for a name that nobody has.
/// </remarks>
internal sealed class SignInTries(SignInOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly PartitionedRateLimiter<string> names = Of(options.TriesPerName);
    private readonly PartitionedRateLimiter<string> addresses = Of(options.TriesPerAddress);

    /// <summary>Whether another try may be made.</summary>
    /// <param name="caller">Whose address it is.</param>
    /// <param name="name">The name that is tried; null where none is.</param>
    public bool MayTry(string caller, string? name)
    {
        using var ofAddress = addresses.AttemptAcquire(caller);
        using var ofName = ofAddress.IsAcquired && name is not null ? names.AttemptAcquire(name.Trim().ToUpperInvariant()) : null;
        return ofAddress.IsAcquired && ofName is not { IsAcquired: false };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        names.Dispose();
        addresses.Dispose();
    }

    private static PartitionedRateLimiter<string> Of(int most) => PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0, AutoReplenishment = true }));
}
