using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.Accounts;
using Holdfire.Pages.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Holdfire.Server.SignIn;

/// <summary>What people see of their own account and change in it.</summary>
/// <param name="tries">How often a password may be tried.</param>
/// <param name="clock">Says what time it is.</param>
internal sealed class AccountSteps(SignInTries tries, IClock clock)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What the page of an account shows.</summary>
    public async Task<OwnAccount> Own(HttpContext context, SignedIn session)
    {
        var account = session.Account;
        var passkeys = await Users(context).GetPasskeysAsync(account).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var keys = await context.RequestServices.GetRequiredService<AccountContext>().Keys.AsNoTracking().Where(k => k.AccountId == account.Id).ToListAsync().ConfigureAwait(false);
        return new OwnAccount(
            account.UserName!, RoleNames.NameOf(account.Role), account.Party, Instant.FromDateTimeOffset(session.Since), account.PasswordHash is not null,
            [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => (Base64Url.EncodeToString(p.CredentialId), Instant.FromDateTimeOffset(p.CreatedAt)))],
            [.. keys.Where(k => k.IsGood(now)).OrderBy(k => k.Made).Select(k => (k.Id, k.Purpose, k.Until))]);
    }

    /// <summary>What is kept of a person, as a file.</summary>
    public static ServedResponse Data(OwnAccount own)
    {
        var data = new JsonObject
        {
            ["name"] = own.Name,
            ["role"] = own.Role,
            ["party"] = own.Party,
            ["password"] = own.HasPassword ? "a hash of it" : null,
            ["passkeys"] = new JsonArray([.. own.Passkeys.Select(p => (JsonNode)new JsonObject { ["id"] = p.Id, ["made"] = Texts.Of(p.Made) })]),
            ["keys"] = new JsonArray([.. own.Keys.Select(k => (JsonNode)new JsonObject { ["key"] = k.Id, ["purpose"] = k.Purpose, ["until"] = Texts.Of(k.Until) })]),
        };
        return new ServedResponse(StatusCodes.Status200OK, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(data, Indented)) { Caching = "no-store", SaveAs = "account.json" };
    }

    /// <summary>Adds a passkey. The key of a message where it does not go on.</summary>
    public static async Task<(ServedResponse? Next, string? Notice)> AddPasskey(SignInForm form, Account account) =>
        await PasskeySteps.TryAdd(form, account, form[AccountPages.CredentialField]).ConfigureAwait(false) ? (SignInReply.Go("/account"), null) : (null, Notices.PasskeyFailed);

    /// <summary>Removes a passkey, unless there would be no way left to sign in.</summary>
    public static async Task<(ServedResponse? Next, string? Notice)> RemovePasskey(SignInForm form, Account account)
    {
        var users = form.Service<UserManager<Account>>();
        var passkeys = await users.GetPasskeysAsync(account).ConfigureAwait(false);
        if (passkeys.Count < 2 && account.PasswordHash is null)
        {
            return (null, Notices.LastWay);
        }

        if (passkeys.FirstOrDefault(p => Base64Url.EncodeToString(p.CredentialId) == form["passkey"]) is { } passkey)
        {
            await users.RemovePasskeyAsync(account, passkey.CredentialId).ConfigureAwait(false);

            // A passkey is removed where it was lost, and whoever found it may have signed in.
            await users.UpdateSecurityStampAsync(account).ConfigureAwait(false);
        }

        return (SignInReply.SignedOut("/sign-in"), null);
    }

    /// <summary>Changes the password, and ends all sessions. The key of a message where it does not go on.</summary>
    public async Task<(ServedResponse? Next, string? Notice)> ChangePassword(SignInForm form, Account account)
    {
        var notice = !tries.MayTry(form.Caller, account.UserName) ? Notices.TooMany
            : account.PasswordHash is null || !form.Service<PasswordCheck>().IsPassword(account, form["now"]) ? Notices.Refused
            : form["password"] != form["again"] ? Notices.Differ
            : Notices.Of(PasswordRule.Check(account.UserName!, form["password"]));
        if (notice is not null)
        {
            return (null, notice);
        }

        await form.Service<UserManager<Account>>().ChangePasswordAsync(account, form["now"], form["password"]).ConfigureAwait(false);
        return (SignInReply.SignedOut("/sign-in"), null);
    }

    /// <summary>Ends all sessions of a person.</summary>
    public static async Task<ServedResponse> Everywhere(SignInForm form, Account account)
    {
        await form.Service<UserManager<Account>>().UpdateSecurityStampAsync(account).ConfigureAwait(false);
        return SignInReply.SignedOut("/sign-in");
    }

    private static UserManager<Account> Users(HttpContext context) => context.RequestServices.GetRequiredService<UserManager<Account>>();
}
