using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.SignIn;

/// <summary>How cookies of this server are: no script reads them, no other site sends them, no other host sets them, and nothing unencrypted carries them.</summary>
/// <remarks>Browsers take such cookies over https, and over http from the machine that they run on.</remarks>
internal sealed class HostCookie : CookieBuilder
{
    /// <summary>What the names of all of them begin with (RFC 6265bis, 4.1.3.2).</summary>
    public const string Prefix = "__Host-holdfire";

    /// <summary>A cookie of this name.</summary>
    public HostCookie(string name)
    {
        (Name, Path, SameSite, HttpOnly, IsEssential) = (name, "/", SameSiteMode.Strict, true, true);

        // Requests come by http from the proxy in front; what the browser is told is said below.
        SecurePolicy = CookieSecurePolicy.None;
    }

    /// <inheritdoc/>
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
