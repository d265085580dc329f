using NodaTime;

namespace Holdfire.Accounts;

/// <summary>A code with which a person sets how to sign in; it is told once.</summary>
/// <param name="Name">The name of the account.</param>
/// <param name="Code">The code, in groups.</param>
/// <param name="Until">Until when it is good.</param>
public sealed record IssuedCode(string Name, string Code, Instant Until);
