namespace Holdfire.Accounts;

/// <summary>The codes of errors about accounts; they never change their meaning.</summary>
public static class AccountErrorCodes
{
    /// <summary>A name, a role, a party or the file of accounts is not what is expected there.</summary>
    public const string Invalid = "account.invalid";

    /// <summary>There is an account of this name already, or there was one.</summary>
    public const string Exists = "account.exists";

    /// <summary>There is no account, or no key, of this name.</summary>
    public const string Unknown = "account.unknown";
}
