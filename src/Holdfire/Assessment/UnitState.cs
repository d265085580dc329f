namespace Holdfire.Assessment;

/// <summary>What is known of a unit.</summary>
public enum UnitState
{
    /// <summary>Nothing: nobody is known to have looked, and nothing is claimed.</summary>
    Absent,

    /// <summary>The source looked and claims nothing.</summary>
    Zero,

    /// <summary>Something is claimed of it.</summary>
    Present,
}
