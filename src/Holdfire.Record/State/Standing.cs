namespace Holdfire.Record.State;

/// <summary>What has become of an entry.</summary>
public enum Standing
{
    /// <summary>It stands.</summary>
    Stands,

    /// <summary>A later entry corrects it.</summary>
    Corrected,

    /// <summary>A later entry takes it back.</summary>
    Withdrawn,

    /// <summary>It should never have been in the log.</summary>
    Refused,

    /// <summary>The registrar has left it out of the case, until that entry is withdrawn.</summary>
    SetAside,
}
