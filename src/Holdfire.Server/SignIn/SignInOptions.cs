namespace Holdfire.Server.SignIn;

/// <summary>How a server tells who asks. The accounts are those beside its record.</summary>
public sealed record SignInOptions
{
    /// <summary>Says what time it is, for sessions, codes and keys.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How often signing in may be tried for one name in a quarter of an hour. At least 1.</summary>
    public int TriesPerName { get; init; } = 5;

    /// <summary>How often signing in may be tried from one address in a quarter of an hour; a mission may have one address. At least 1.</summary>
    public int TriesPerAddress { get; init; } = 60;

    /// <summary>Is told, a line each, who signed in, and from where; and where somebody did not.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
