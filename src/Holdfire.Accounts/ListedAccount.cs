namespace Holdfire.Accounts;

/// <summary>An account with how its person signs in.</summary>
/// <param name="Account">The account, with its keys.</param>
/// <param name="Passkeys">How many passkeys it has.</param>
public sealed record ListedAccount(Account Account, int Passkeys)
{
    /// <summary>Whether a password is set.</summary>
    public bool HasPassword => Account.PasswordHash is not null;
}
