using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server;

/// <summary>The address of the site as whoever asks knows it.</summary>
internal static class SiteAddress
{
    /// <summary>Without a slash at the end. A proxy that speaks TLS says so; nothing but links depends on it.</summary>
    public static string Of(HttpRequest request) =>
        $"{(request.Headers["X-Forwarded-Proto"].ToString().Equals("https", StringComparison.OrdinalIgnoreCase) ? "https" : request.Scheme.ToLower(CultureInfo.InvariantCulture))}://{request.Host.Value}";
}
