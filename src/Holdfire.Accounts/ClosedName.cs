using NodaTime;

namespace Holdfire.Accounts;

/// <summary>The name of an account that was closed: what is labelled for it in the record is that person's for good, so nobody else gets it.</summary>
public sealed class ClosedName
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>When the account was closed.</summary>
    public Instant Closed { get; init; }
}
