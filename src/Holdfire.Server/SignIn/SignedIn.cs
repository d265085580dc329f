using Holdfire.Accounts;

namespace Holdfire.Server.SignIn;

/// <summary>The session of a request.</summary>
/// <param name="Id">Tells it from others.</param>
/// <param name="Account">Whose it is, as the account is now.</param>
/// <param name="Since">When it began.</param>
/// <param name="IsFresh">Whether that is so short ago that how one signs in may be changed.</param>
internal sealed record SignedIn(string Id, Account Account, DateTimeOffset Since, bool IsFresh);
