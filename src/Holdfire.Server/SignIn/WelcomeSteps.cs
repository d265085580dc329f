using Holdfire.Accounts;
using Holdfire.Pages.Site;
using Microsoft.AspNetCore.Identity;

namespace Holdfire.Server.SignIn;

/// <summary>Setting how one signs in, with the code that an administrator handed out.</summary>
/// <param name="steps">Begins the session.</param>
/// <param name="tries">How often a code may be tried.</param>
internal sealed class WelcomeSteps(SignInSteps steps, SignInTries tries)
{
    // Codes are counted apart from passwords of the same name.
    private const string Counted = "code of ";

    /// <summary>The account that a name and a code are of; the key of a message where they are of none.</summary>
    public async Task<(Account? Account, string? Notice)> Find(SignInForm form, bool isTry)
    {
        if (isTry && !tries.MayTry(form.Caller, Counted + form["name"]))
        {
            return (null, steps.TooMany(form).Notice);
        }

        var account = await form.Service<CodeCheck>().FindAsync(form["name"].Trim(), form["code"]).ConfigureAwait(false);
        return (account, account is null ? Notices.WrongCode : null);
    }

    /// <summary>The page with the two ways.</summary>
    public static async Task<Func<AccountPages, string>> Choose(SignInForm form, Account account, string issuer, string? notice)
    {
        var users = form.Service<UserManager<Account>>();
        if (await users.GetAuthenticatorKeyAsync(account).ConfigureAwait(false) is not { Length: > 0 } secret)
        {
            await users.ResetAuthenticatorKeyAsync(account).ConfigureAwait(false);
            secret = (await users.GetAuthenticatorKeyAsync(account).ConfigureAwait(false))!;
        }

        // As apps read it (Google Authenticator's key URI format).
        var address = $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account.UserName!)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";
        return pages => pages.Choose(form["name"], form["code"], secret, address, notice);
    }

    /// <summary>Sets a password and the authenticator app. The key of a message where it does not go on.</summary>
    public async Task<(ServedResponse? Next, string? Notice)> SetPassword(SignInForm form, Account account)
    {
        var check = form.Service<PasswordCheck>();
        var notice = form["password"] != form["again"] ? Notices.Differ
            : Notices.Of(PasswordRule.Check(account.UserName!, form["password"]))
            ?? (await check.IsAppCodeAsync(account, form["app"]).ConfigureAwait(false) && await check.TryUseAsync(account, form["app"]).ConfigureAwait(false) ? null : Notices.WrongAppCode);
        if (notice is not null)
        {
            return (null, notice);
        }

        var users = form.Service<UserManager<Account>>();
        account.TwoFactorEnabled = true;
        await users.AddPasswordAsync(account, form["password"]).ConfigureAwait(false);
        return (await Done(form, account, "password").ConfigureAwait(false), null);
    }

    /// <summary>Sets a passkey. The key of a message where it does not go on.</summary>
    public async Task<(ServedResponse? Next, string? Notice)> SetPasskey(SignInForm form, Account account) =>
        await PasskeySteps.TryAdd(form, account, form[AccountPages.CredentialField]).ConfigureAwait(false)
            ? (await Done(form, account, "passkey").ConfigureAwait(false), null) : (null, Notices.PasskeyFailed);

    // The code is good no more.
    private async Task<ServedResponse> Done(SignInForm form, Account account, string way)
    {
        (account.CodeHash, account.CodeUntil) = (null, null);
        await form.Service<UserManager<Account>>().UpdateAsync(account).ConfigureAwait(false);
        return await steps.Enter(form, account, way).ConfigureAwait(false);
    }
}
