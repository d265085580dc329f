using NodaTime;

namespace Holdfire.Record.Tests.Witnesses;

/// <summary>A clock that shows what it was set to.</summary>
internal sealed class SetClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
