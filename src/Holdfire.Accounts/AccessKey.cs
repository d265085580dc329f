using NodaTime;

namespace Holdfire.Accounts;

/// <summary>A key with which a program acts for a person, with the person's role, on the one record beside which it is kept.</summary>
public sealed class AccessKey
{
    /// <summary>Its name among all keys, such as <c>k-3f9a02b7</c>: it is no secret.</summary>
    public required string Id { get; init; }

    /// <summary>The account that it acts for.</summary>
    public required string AccountId { get; init; }

    /// <summary>What it is for, in the person's words; empty where that was not said.</summary>
    public required string Purpose { get; init; }

    /// <summary>The hash of the secret, which is kept nowhere.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant Made { get; init; }

    /// <summary>The instant from which it is no longer good.</summary>
    public required Instant Until { get; init; }

    /// <summary>When it was revoked; null for one that was not.</summary>
    public Instant? Revoked { get; set; }

    /// <summary>The account that it acts for.</summary>
    public Account? Account { get; init; }

    /// <summary>Whether it is good at an instant.</summary>
    public bool IsGood(Instant now) => Revoked is null && now < Until;
}
