namespace Holdfire.Accounts;

/// <summary>What a new password has to be: long, and not easy to guess. Any characters will do.</summary>
public static class PasswordRule
{
    // Of 0 to 4, as zxcvbn has it: over common passwords, names, words, dates and keys side by side.
    private const int LeastScore = 3;

    // What is counted; more costs time and makes no difference.
    private const int MostCounted = 64;

    /// <summary>What is wrong with a password; nothing where it may be taken.</summary>
    /// <param name="name">The name of the account, which the password is not to be made of.</param>
    /// <param name="password">The password.</param>
    public static PasswordFault Check(string name, string password) => password.Length < AccountServices.LeastPassword ? PasswordFault.Short
        : new Zxcvbn.Zxcvbn().EvaluatePassword(password[..Math.Min(password.Length, MostCounted)], [name, "holdfire"]).Score < LeastScore ? PasswordFault.Guessable
        : PasswordFault.None;
}
