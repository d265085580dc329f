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

    /// <summary>Is told, a line each with the time in UTC: who signed in, where somebody did not, and what was refused to whom. No line has a secret in it.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>Tells what happened just now.</summary>
    internal void Told(string what) => Tell($"{Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)} {what}");
}
