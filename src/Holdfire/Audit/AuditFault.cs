namespace Holdfire.Audit;

/// <summary>The kind of fault found in a claim.</summary>
public enum AuditFault
{
    /// <summary>None found.</summary>
    NoneFound,

    /// <summary>Numbers that do not add up.</summary>
    Arithmetic,

    /// <summary>A window that another account of the same claim gives otherwise.</summary>
    Window,

    /// <summary>Different things counted under one number.</summary>
    Unit,

    /// <summary>Parts that count the same events.</summary>
    Overlap,
}
