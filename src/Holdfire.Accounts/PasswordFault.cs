namespace Holdfire.Accounts;

/// <summary>What is wrong with a new password.</summary>
public enum PasswordFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is shorter than <see cref="AccountServices.LeastPassword"/>.</summary>
    Short,

    /// <summary>It is among those that are tried first, or is made like them.</summary>
    Guessable,
}
