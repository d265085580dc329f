using Holdfire.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Holdfire.Server.SignIn;

/// <summary>Finds out who asks: by the key of a program. Looked up at each request, so that what was revoked holds no longer.</summary>
internal static class Viewers
{
    private const string Scheme = "Bearer ";

    /// <summary>Who asks; null where the request comes with what is no good key.</summary>
    public static Task<Viewer?> Find(HttpContext context)
    {
        var given = context.Request.Headers.Authorization;
        return StringValues.IsNullOrEmpty(given) ? Task.FromResult<Viewer?>(Viewer.Anybody)
            : given is [{ } one] && one.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? OfKey(context.RequestServices, one[Scheme.Length..].Trim())
            : Task.FromResult<Viewer?>(null);
    }

    /// <summary>Who comes with a key, wherever it stands in the request; null where it is no good key.</summary>
    public static Task<Viewer?> OfKey(IServiceProvider services, string key) => services.GetRequiredService<KeyCheck>().FindAsync(key);
}
