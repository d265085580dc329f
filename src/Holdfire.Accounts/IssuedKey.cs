namespace Holdfire.Accounts;

/// <summary>A new key for programs; its secret is told once.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">What the program sends.</param>
public sealed record IssuedKey(AccessKey Key, string Secret);
