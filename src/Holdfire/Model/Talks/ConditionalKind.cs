namespace Holdfire.Model;

/// <summary>Whether a conditional consequence is held out or threatened.</summary>
public enum ConditionalKind
{
    /// <summary>If the condition is not met in time, the consequence follows.</summary>
    Threat,

    /// <summary>If the condition is met, the consequence follows.</summary>
    Promise,
}
