using Holdfire.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Holdfire.Server.SignIn;

/// <summary>Finds out who asks: by the key of a program, or by a session. Both are looked up at each request, so that what was ended or changed holds no longer.</summary>
internal static class Viewers
{
    private const string Scheme = "Bearer ";

    /// <summary>Who asks; null where the request comes with what is no good key. A session that has ended is as none.</summary>
    public static Task<Viewer?> Find(HttpContext context)
    {
        var given = context.Request.Headers.Authorization;
        return StringValues.IsNullOrEmpty(given) ? OfSession(context)
            : given is [{ } one] && one.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? OfKey(context.RequestServices, one[Scheme.Length..].Trim())
            : Task.FromResult<Viewer?>(null);
    }

    /// <summary>Who comes with a key, wherever it stands in the request; null where it is no good key.</summary>
    public static Task<Viewer?> OfKey(IServiceProvider services, string key) => services.GetRequiredService<KeyCheck>().FindAsync(key);

    private static async Task<Viewer?> OfSession(HttpContext context)
    {
        if (context.Request.Cookies.ContainsKey(SignInServices.SessionCookie)
            && await context.AuthenticateAsync(IdentityConstants.ApplicationScheme).ConfigureAwait(false) is { Succeeded: true, Principal: var principal })
        {
            context.User = principal;
        }

        return context.Features.Get<SignedIn>()?.Account.Viewer ?? Viewer.Anybody;
    }
}
