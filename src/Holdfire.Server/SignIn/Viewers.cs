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
            : KeyIn(given) is { } key ? OfKey(context.RequestServices, key)
            : Task.FromResult<Viewer?>(null);
    }

    /// <summary>Whether who was found to ask would be found again, as the accounts and sessions are now.</summary>
    public static async Task<bool> IsStill(HttpContext context)
    {
        if (!context.Viewer.IsKnown)
        {
            return true;
        }

        // The request keeps what it read; a new scope reads anew.
        var scope = context.RequestServices.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = scope.ServiceProvider;
            return KeyIn(context.Request.Headers.Authorization) is { } key ? await OfKey(services, key).ConfigureAwait(false) == context.Viewer
                : context.Features.Get<SignedIn>() is { } session
                    && await services.GetRequiredService<Sessions>().IsOn(session, services.GetRequiredService<AccountContext>()).ConfigureAwait(false);
        }
    }

    /// <summary>Who comes with a key, wherever it stands in the request; null where it is no good key.</summary>
    public static Task<Viewer?> OfKey(IServiceProvider services, string key) => services.GetRequiredService<KeyCheck>().FindAsync(key);

    private static string? KeyIn(StringValues given) =>
        given is [{ } one] && one.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? one[Scheme.Length..].Trim() : null;

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
