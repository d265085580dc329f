namespace Holdfire.Audit;

/// <summary>What a claim comes to when held against the rest of the case.</summary>
public enum AuditVerdict
{
    /// <summary>Checked, and nothing contradicts it.</summary>
    Consistent,

    /// <summary>It contradicts finer claims of its own side, its own parts, or itself.</summary>
    Inconsistent,

    /// <summary>There is too little to check it against; the reasons say what is missing.</summary>
    Unchecked,
}
