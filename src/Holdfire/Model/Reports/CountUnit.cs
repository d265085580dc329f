namespace Holdfire.Model;

/// <summary>The thing that was counted. Numbers of different units are never compared.</summary>
public enum CountUnit : byte
{
    /// <summary>A munition or craft: one drone, one missile, one bomb, one boat.</summary>
    Item,

    /// <summary>An attack, however many munitions it took.</summary>
    Attack,

    /// <summary>A breach as its maker counts breaches.</summary>
    Breach,

    /// <summary>An instance of shelling.</summary>
    Shelling,

    /// <summary>An assault on the ground.</summary>
    Assault,
}
