using Microsoft.AspNetCore.Identity;

namespace Holdfire.Accounts;

/// <summary>Checks passwords with the code of an authenticator app. Who has no account costs as much work as who has one.</summary>
/// <param name="users">The accounts.</param>
/// <param name="hasher">Hashes passwords.</param>
/// <param name="nobody">What is looked at where there is no account.</param>
/// <param name="used">The codes that were used.</param>
public sealed class PasswordCheck(UserManager<Account> users, IPasswordHasher<Account> hasher, NobodysPassword nobody, UsedAppCodes used)
{
    private const int CodeDigits = 6;

    /// <summary>The account; null where name, password or code is not right.</summary>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    /// <param name="appCode">The code that the authenticator app shows.</param>
    public async Task<Account?> FindAsync(string name, string password, string appCode)
    {
        var account = await users.FindByNameAsync(name).ConfigureAwait(false);
        var isPassword = IsPassword(account, password);
        var isCode = await IsAppCodeAsync(account ?? new Account(), appCode).ConfigureAwait(false);
        return account is { PasswordHash: not null } && isPassword && isCode && await used.TryUseAsync(account, Digits(appCode)!).ConfigureAwait(false) ? account : null;
    }

    /// <summary>Whether it is the password of an account.</summary>
    public bool IsPassword(Account? account, string password) =>
        hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? nobody.Hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Whether an authenticator app with the account's secret shows this code about now.</summary>
    public async Task<bool> IsAppCodeAsync(Account account, string code) =>
        Digits(code) is { } digits && await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits).ConfigureAwait(false);

    /// <summary>Uses a code that was right, so that it is good no more; false where it was used meanwhile.</summary>
    public Task<bool> TryUseAsync(Account account, string code) => used.TryUseAsync(account, Digits(code)!);

    // Identity reads a code as a number, which "+123456" and "0123456" are too: it sees the one form alone, by which a used code is known again.
    // Apps show a space in the middle, which people type.
    private static string? Digits(string code) => code.Replace(" ", "", StringComparison.Ordinal) is { Length: CodeDigits } digits && digits.All(char.IsAsciiDigit) ? digits : null;
}
