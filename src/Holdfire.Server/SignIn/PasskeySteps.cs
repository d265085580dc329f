using Holdfire.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Holdfire.Server.SignIn;

/// <summary>What is done with passkeys, all by ASP.NET Core Identity.</summary>
internal static class PasskeySteps
{
    /// <summary>The options with which a browser asks for a passkey of this server.</summary>
    public static async Task<ServedResponse> AskOptions(SignInForm form) =>
        SignInReply.Options(await form.Service<SignInManager<Account>>().MakePasskeyRequestOptionsAsync(null).ConfigureAwait(false));

    /// <summary>The options with which a browser makes a passkey for an account.</summary>
    public static async Task<ServedResponse> MakeOptions(SignInForm form, Account account) =>
        SignInReply.Options(await form.Service<SignInManager<Account>>().MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id, Name = account.UserName!, DisplayName = account.UserName! }).ConfigureAwait(false));

    /// <summary>Whose passkey it is; null where it is nobody's, or was not asked for just now.</summary>
    public static async Task<Account?> Assert(SignInForm form, string credential)
    {
        try
        {
            var result = await form.Service<SignInManager<Account>>().PerformPasskeyAssertionAsync(credential).ConfigureAwait(false);
            if (!result.Succeeded)
            {
                return null;
            }

            // Keeps the counter, by which a copied passkey is found out.
            await form.Service<UserManager<Account>>().AddOrUpdatePasskeyAsync(result.User, result.Passkey).ConfigureAwait(false);
            return result.User;
        }
        catch (InvalidOperationException)
        {
            // None was asked for, or it is too long ago.
            return null;
        }
    }

    /// <summary>Adds a passkey that was made for an account; false where it was not made for it just now.</summary>
    public static async Task<bool> TryAdd(SignInForm form, Account account, string credential)
    {
        try
        {
            var result = await form.Service<SignInManager<Account>>().PerformPasskeyAttestationAsync(credential).ConfigureAwait(false);
            return result.Succeeded && result.UserEntity.Id == account.Id
                && (await form.Service<UserManager<Account>>().AddOrUpdatePasskeyAsync(account, result.Passkey).ConfigureAwait(false)).Succeeded;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
