namespace Holdfire.Model;

/// <summary>How sure a source says it is of who did it. Shown; no rule weighs it.</summary>
public enum ActorCertainty : byte
{
    /// <summary>Not said.</summary>
    NotSaid,

    /// <summary>It says so without doubt.</summary>
    Sure,

    /// <summary>It thinks so.</summary>
    Likely,

    /// <summary>It says that it may be so.</summary>
    Possible,
}
