namespace Holdfire.Accounts;

/// <summary>The names by which people sign in.</summary>
internal static class AccountNames
{
    /// <summary>What a name is made of: no two names look alike.</summary>
    public const string Characters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";

    /// <summary>The rule in words.</summary>
    public const string Rule = "1 to 64 of a–z, 0–9, '.', '-' and '_', the first a letter or digit";

    private const int MostCharacters = 64;

    /// <summary>Whether it can be a name.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MostCharacters && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => Characters.Contains(c, StringComparison.Ordinal));
}
