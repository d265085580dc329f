namespace Holdfire.Assessment;

/// <summary>Did a prohibition hold, as far as one source's claims tell.</summary>
public enum Verdict
{
    /// <summary>Nothing claimed where the source was looking, and a breach rate worth the name is excluded.</summary>
    Held,

    /// <summary>Far fewer than before.</summary>
    LargelyHeld,

    /// <summary>Fewer than before.</summary>
    Reduced,

    /// <summary>Much the same as before: the interval leaves room for no great change either way.</summary>
    NoClearChange,

    /// <summary>More than before.</summary>
    Worse,

    /// <summary>The data do not tell.</summary>
    CannotSay,

    /// <summary>More was done against the terms than the mission tolerates; whatever the rate says.</summary>
    NotHeld,
}
