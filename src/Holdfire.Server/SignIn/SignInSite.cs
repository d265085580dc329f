using System.Reflection;
using Holdfire.Pages.Site;
using Holdfire.Server.Api;
using Holdfire.Server.Site;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfire.Server.SignIn;

/// <summary>The pages on which people sign in, set how they do, and see their account; and the forms of these pages.</summary>
internal sealed class SignInSite : IDisposable
{
    private const string Home = "/account";

    private const string Policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly byte[] Script = ReadScript();
    private readonly SitePages pages;
    private readonly SignInTries tries;
    private readonly SignInSteps steps;
    private readonly WelcomeSteps welcome;
    private readonly AccountSteps own;

    /// <summary>The pages of a site.</summary>
    /// <param name="pages">The site.</param>
    /// <param name="sessions">Who is signed in.</param>
    /// <param name="options">How the server tells who asks.</param>
    public SignInSite(SitePages pages, Sessions sessions, SignInOptions options)
    {
        (this.pages, tries) = (pages, new SignInTries(options));
        steps = new SignInSteps(sessions, tries, options.Told);
        (welcome, own) = (new WelcomeSteps(steps, tries), new AccountSteps(tries, new TimeClock(options.Time)));
    }

    /// <summary>The answer; null where the address is none of these.</summary>
    public async Task<ServedResponse?> Find(HttpContext context)
    {
        var (path, session) = (context.Request.Path.Value ?? "/", context.Features.Get<SignedIn>());
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return path switch
            {
                "/assets/sign-in.js" => new ServedResponse(StatusCodes.Status200OK, "text/javascript; charset=utf-8", Script),
                "/sign-in" or "/welcome" when session is not null => SignInReply.Go(Home),
                "/sign-in" => Page(context, path, null, p => p.SignIn(context.Request.Query["to"].ToString(), null)),
                "/welcome" => Page(context, path, null, p => p.Welcome(null)),
                Home or "/account/data" when session is null => SignInReply.Go("/sign-in"),
                Home => await OwnPage(context, session!, null).ConfigureAwait(false),
                "/account/data" => AccountSteps.Data(await own.Own(context, session!).ConfigureAwait(false)),
                _ when IsForm(path) => ServedResponse.Of(Problems.WrongMethod(context.Request.Method, "POST")) with { Allow = "POST" },
                _ => null,
            };
        }

        return IsForm(path) && HttpMethods.IsPost(context.Request.Method) ? await Take(context, path, session).ConfigureAwait(false) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => tries.Dispose();

    private static bool IsForm(string path) => path is "/sign-in" or "/sign-in/options" or "/sign-in/passkey" or "/sign-out" or "/welcome" or "/welcome/options" or "/welcome/passkey"
        or "/welcome/password" or "/account/everywhere" or "/account/options" or "/account/passkey" or "/account/remove" or "/account/password";

    private async Task<ServedResponse> Take(HttpContext context, string path, SignedIn? session)
    {
        if (!SignInForm.Is(context.Request))
        {
            return ServedResponse.Of(Problems.WrongType([SignInForm.ContentType]));
        }

        if (await SignInForm.Read(context).ConfigureAwait(false) is not { } form)
        {
            return await Again(context, path, session, Notices.OldForm).ConfigureAwait(false);
        }

        return path.StartsWith("/welcome", StringComparison.Ordinal) ? session is null ? await Welcomed(form, path).ConfigureAwait(false) : SignInReply.Go(Home)
            : path.StartsWith("/sign-in", StringComparison.Ordinal) ? session is null ? await SignedIn(form, path).ConfigureAwait(false) : SignInReply.Go(Home)
            : session is null ? SignInReply.Go("/sign-in") : await Changed(form, path, session).ConfigureAwait(false);
    }

    private async Task<ServedResponse> SignedIn(SignInForm form, string path)
    {
        if (path == "/sign-in/options")
        {
            return await PasskeySteps.AskOptions(form).ConfigureAwait(false);
        }

        var (next, notice) = path == "/sign-in" ? await steps.ByPassword(form).ConfigureAwait(false) : await steps.ByPasskey(form, form[AccountPages.CredentialField]).ConfigureAwait(false);
        return next ?? Page(form.Context, "/sign-in", notice, p => p.SignIn(form["to"], notice));
    }

    private async Task<ServedResponse> Welcomed(SignInForm form, string path)
    {
        var (account, notice) = await welcome.Find(form, isTry: path == "/welcome").ConfigureAwait(false);
        if (account is null)
        {
            return Page(form.Context, "/welcome", notice, p => p.Welcome(notice));
        }

        if (path == "/welcome/options")
        {
            return await PasskeySteps.MakeOptions(form, account).ConfigureAwait(false);
        }

        var (next, why) = path switch
        {
            "/welcome/password" => await welcome.SetPassword(form, account).ConfigureAwait(false),
            "/welcome/passkey" => await welcome.SetPasskey(form, account).ConfigureAwait(false),
            _ => (null, null),
        };
        return next ?? Page(form.Context, "/welcome", why, await WelcomeSteps.Choose(form, account, pages.Origin, why).ConfigureAwait(false));
    }

    private async Task<ServedResponse> Changed(SignInForm form, string path, SignedIn session)
    {
        var account = session.Account;
        switch (path)
        {
            case "/sign-out":
                return await steps.Leave(form).ConfigureAwait(false);
            case "/account/everywhere":
                return await AccountSteps.Everywhere(form, account).ConfigureAwait(false);
        }

        var (next, notice) = !session.IsFresh ? (null, Notices.NotFresh) : path switch
        {
            "/account/options" => (await PasskeySteps.MakeOptions(form, account).ConfigureAwait(false), null),
            "/account/passkey" => await AccountSteps.AddPasskey(form, account).ConfigureAwait(false),
            "/account/remove" => await AccountSteps.RemovePasskey(form, account).ConfigureAwait(false),
            _ => await own.ChangePassword(form, account).ConfigureAwait(false),
        };
        return next ?? await OwnPage(form.Context, session, notice).ConfigureAwait(false);
    }

    // The form that was too old, or came from elsewhere, anew.
    private async Task<ServedResponse> Again(HttpContext context, string path, SignedIn? session, string notice) => session is not null
        ? await OwnPage(context, session, notice).ConfigureAwait(false)
        : path.StartsWith("/welcome", StringComparison.Ordinal) ? Page(context, "/welcome", notice, p => p.Welcome(notice)) : Page(context, "/sign-in", notice, p => p.SignIn("", notice));

    private async Task<ServedResponse> OwnPage(HttpContext context, SignedIn session, string? notice)
    {
        var account = await own.Own(context, session).ConfigureAwait(false);
        return Page(context, Home, notice, p => p.Own(account, notice));
    }

    private ServedResponse Page(HttpContext context, string path, string? notice, Func<AccountPages, string> write)
    {
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;
        var frame = pages.Beside(path, context.Request);
        var status = notice switch { null => StatusCodes.Status200OK, Notices.TooMany => StatusCodes.Status429TooManyRequests, _ => StatusCodes.Status400BadRequest };
        return ServedResponse.Page(status, write(new AccountPages(frame, token))) with { Caching = "no-store", ContentPolicy = Policy, Language = frame.Language.Code };
    }

    private static byte[] ReadScript()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("sign-in.js")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
