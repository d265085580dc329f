namespace Holdfire.Record.Files;

/// <summary>The user's folder for what can be thrown away at any time.</summary>
internal static class CacheFolder
{
    /// <summary><c>$XDG_CACHE_HOME/holdfire</c>, else <c>~/.cache/holdfire</c>, on Windows under the local application data; null where there is none.</summary>
    public static string? OfUser
    {
        get
        {
            var given = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return Path.IsPathRooted(given) ? Path.Combine(given, "holdfire")
                : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "holdfire")
                : home.Length > 0 ? Path.Combine(home, ".cache", "holdfire") : null;
        }
    }
}
