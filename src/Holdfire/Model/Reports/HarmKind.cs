namespace Holdfire.Model;

/// <summary>What befell people.</summary>
public enum HarmKind
{
    /// <summary>They were killed.</summary>
    Killed,

    /// <summary>They were injured.</summary>
    Injured,
}
