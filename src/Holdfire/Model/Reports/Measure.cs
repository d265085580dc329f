namespace Holdfire.Model;

/// <summary>What about an act was counted. Numbers of different measures are never added.</summary>
public enum Measure : byte
{
    /// <summary>Acts or breaches said to have occurred.</summary>
    Occurred,

    /// <summary>Munitions or craft said to have been sent.</summary>
    Launched,

    /// <summary>Of those sent, said to have been shot down or sunk.</summary>
    Destroyed,

    /// <summary>Of those sent, said to have been lost from radar or fallen without effect.</summary>
    NotReached,

    /// <summary>Hits said to have been seen.</summary>
    Hit,

    /// <summary>Attacks said to have been repelled.</summary>
    Repelled,
}
