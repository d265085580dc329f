using NodaTime;

namespace Holdfire.Server.SignIn;

/// <summary>The clock of a server that tells who asks.</summary>
internal sealed class TimeClock(TimeProvider time) : IClock
{
    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
