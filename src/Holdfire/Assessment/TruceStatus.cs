namespace Holdfire.Assessment;

/// <summary>Whether there is something to assess.</summary>
public enum TruceStatus
{
    /// <summary>It bound a party.</summary>
    InForce,

    /// <summary>It did not bind the alleged actor: rates are shown, no verdict.</summary>
    NotBound,

    /// <summary>It never began: terms only.</summary>
    NeverInForce,
}
