using Holdfire.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Holdfire.Server.SignIn;

/// <summary>Signing in and out.</summary>
/// <param name="sessions">Who is signed in.</param>
/// <param name="tries">How often it may be tried.</param>
/// <param name="tell">Is told who did.</param>
internal sealed class SignInSteps(Sessions sessions, SignInTries tries, Action<string> tell)
{
    /// <summary>By password and authenticator app. The key of a message where it does not go on.</summary>
    public async Task<(ServedResponse? Next, string? Notice)> ByPassword(SignInForm form)
    {
        if (!tries.MayTry(form.Caller, form["name"]))
        {
            return TooMany(form);
        }

        var account = await form.Service<PasswordCheck>().FindAsync(form["name"].Trim(), form["password"], form["app"]).ConfigureAwait(false);
        return await Begin(form, account, "password").ConfigureAwait(false);
    }

    /// <summary>By passkey. The key of a message where it does not go on.</summary>
    public async Task<(ServedResponse? Next, string? Notice)> ByPasskey(SignInForm form, string credential)
    {
        if (!tries.MayTry(form.Caller, null))
        {
            return TooMany(form);
        }

        var result = await PasskeySteps.Assert(form, credential).ConfigureAwait(false);
        return await Begin(form, result, "passkey").ConfigureAwait(false);
    }

    /// <summary>Begins a session for somebody of whom it was found out who it is.</summary>
    public async Task<ServedResponse> Enter(SignInForm form, Account account, string way)
    {
        await sessions.Begin(form.Context, account).ConfigureAwait(false);
        tell($"sign-in: {account.UserName} by {way} from {form.Caller}");
        return SignInReply.Go(SignInReply.Own(form["to"]));
    }

    /// <summary>Ends this session.</summary>
    public async Task<ServedResponse> Leave(SignInForm form)
    {
        await form.Context.SignOutAsync(IdentityConstants.ApplicationScheme).ConfigureAwait(false);
        return SignInReply.SignedOut("/sign-in");
    }

    /// <summary>That it was tried too often.</summary>
    public (ServedResponse? Next, string? Notice) TooMany(SignInForm form)
    {
        tell($"sign-in: too many tries, the last from {form.Caller}");
        return (null, Notices.TooMany);
    }

    private async Task<(ServedResponse? Next, string? Notice)> Begin(SignInForm form, Account? account, string way)
    {
        if (account is not null)
        {
            return (await Enter(form, account, way).ConfigureAwait(false), null);
        }

        // The name is not told: people type passwords into the wrong field.
        tell($"sign-in: refused by {way}, from {form.Caller}");
        return (null, way == "passkey" ? Notices.PasskeyFailed : Notices.Refused);
    }
}
