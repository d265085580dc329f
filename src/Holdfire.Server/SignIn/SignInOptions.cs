namespace Holdfire.Server.SignIn;

/// <summary>How a server tells who asks. The accounts are those beside its record.</summary>
public sealed record SignInOptions
{
    /// <summary>Says what time it is, for sessions, codes and keys.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
