namespace Holdfire.Assessment;

/// <summary>The best standard of proof at which something was done against the terms of a truce.</summary>
public enum Compliance
{
    /// <summary>Nobody alleges a breach.</summary>
    NoneAlleged,

    /// <summary>Somebody alleges one.</summary>
    Alleged,

    /// <summary>One is borne out by sources that do not depend on each other.</summary>
    Corroborated,

    /// <summary>One is verified.</summary>
    Verified,
}
