using Holdfire.Accounts;
using Holdfire.Pages.Site;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Holdfire.Server.SignIn;

/// <summary>What signing in is done with: ASP.NET Core's Identity, cookies and antiforgery.</summary>
internal static class SignInServices
{
    /// <summary>The cookie of a session.</summary>
    public const string SessionCookie = HostCookie.Prefix;

    private const string PasskeyCookie = HostCookie.Prefix + "-passkey";
    private const string FormCookie = HostCookie.Prefix + "-form";
    private const string Required = "required";

    /// <summary>Adds it.</summary>
    /// <param name="services">The services of the server.</param>
    /// <param name="accounts">The file of accounts.</param>
    /// <param name="options">How the server tells who asks.</param>
    /// <param name="sessions">Who is signed in.</param>
    public static void AddSignIn(this IServiceCollection services, string accounts, SignInOptions options, Sessions sessions)
    {
        services.AddAccounts(accounts).AddSignInManager();
        services.AddSingleton(sessions);
        services.AddSingleton<IClock>(new TimeClock(options.Time));
        services.AddDataProtection();
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new MemoryKeys());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(o => Session(o, options, sessions));
            cookies.TwoFactorUserIdCookie!.Configure(o => (o.Cookie, o.ExpireTimeSpan, o.TimeProvider) = (new HostCookie(PasskeyCookie), TimeSpan.FromMinutes(5), options.Time));
        });
        services.AddAntiforgery(o => (o.Cookie, o.FormFieldName, o.HeaderName, o.SuppressXFrameOptionsHeader) = (new HostCookie(FormCookie), AccountPages.TokenField, null, true));
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // The passkey is both factors: what one has, and a finger, a face or a PIN.
            (o.UserVerificationRequirement, o.ResidentKeyRequirement) = (Required, Required);
            o.ValidateOrigin = context => ValueTask.FromResult(IsOwn(context));
        });
    }

    private static void Session(CookieAuthenticationOptions cookie, SignInOptions options, Sessions sessions)
    {
        (cookie.Cookie, cookie.SessionStore, cookie.TimeProvider) = (new HostCookie(SessionCookie), sessions, options.Time);
        (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Sessions.Idle, true);
        cookie.Events = new CookieAuthenticationEvents { OnValidatePrincipal = sessions.Validate };
    }

    // The page that asked for the passkey is one of this server's, by the name that it is asked by just now.
    private static bool IsOwn(PasskeyOriginValidationContext context) =>
        !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && origin.Host.Equals(context.HttpContext.Request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback));
}
