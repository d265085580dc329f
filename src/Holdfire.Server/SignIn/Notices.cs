namespace Holdfire.Server.SignIn;

/// <summary>The messages above a form, by their keys in the catalogue of languages.</summary>
internal static class Notices
{
    /// <summary>Name, password or code is not right.</summary>
    public const string Refused = "signin.refused";

    /// <summary>The passkey was not used.</summary>
    public const string PasskeyFailed = "signin.passkey-failed";

    /// <summary>It was tried too often.</summary>
    public const string TooMany = "signin.too-many";

    /// <summary>Sign in again.</summary>
    public const string Again = "signin.again";

    /// <summary>The form is too old.</summary>
    public const string OldForm = "form.old";

    /// <summary>Name or code is not right.</summary>
    public const string WrongCode = "welcome.refused";

    /// <summary>Two passwords differ.</summary>
    public const string Differ = "welcome.differ";

    /// <summary>The code of the authenticator app is not right.</summary>
    public const string WrongAppCode = "welcome.bad-app-code";

    /// <summary>For this one has to sign in again.</summary>
    public const string NotFresh = "account.fresh";

    /// <summary>It is the only way to sign in.</summary>
    public const string LastWay = "account.last-way";

    /// <summary>The message on a password; null where nothing is wrong.</summary>
    public static string? Of(Accounts.PasswordFault fault) => fault switch
    {
        Accounts.PasswordFault.Short => "welcome.short",
        Accounts.PasswordFault.Guessable => "welcome.common",
        _ => null,
    };
}
