namespace Holdfire.Server.Tests.SignIn;

/// <summary>A clock that a test sets.</summary>
public sealed class SettableTime : TimeProvider
{
    /// <summary>How far it is ahead of the real one.</summary>
    public TimeSpan Ahead { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Ahead;
}
