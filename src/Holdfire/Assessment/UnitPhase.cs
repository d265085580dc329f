namespace Holdfire.Assessment;

/// <summary>Where a unit lies to a truce.</summary>
public enum UnitPhase
{
    /// <summary>Before, and compared with.</summary>
    Before,

    /// <summary>Before, from the announcement on.</summary>
    Announced,

    /// <summary>Before, while another truce forbade the same.</summary>
    OtherTruce,

    /// <summary>Before all that is compared with.</summary>
    Earlier,

    /// <summary>Wholly within the truce.</summary>
    During,

    /// <summary>Partly within the truce: shown, never compared.</summary>
    Edge,

    /// <summary>After the truce.</summary>
    After,
}
