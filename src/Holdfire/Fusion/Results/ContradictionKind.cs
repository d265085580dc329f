namespace Holdfire.Fusion;

/// <summary>What reports of one event disagree on.</summary>
public enum ContradictionKind
{
    /// <summary>Windows that share no instant.</summary>
    Time,

    /// <summary>Places that share no point.</summary>
    Place,

    /// <summary>Acts of which neither holds the other.</summary>
    Act,

    /// <summary>Different actors.</summary>
    Actor,

    /// <summary>Counts that cannot both be true.</summary>
    Count,

    /// <summary>Numbers of killed or injured that cannot both be true.</summary>
    Harm,

    /// <summary>One denies the other.</summary>
    Denial,
}
