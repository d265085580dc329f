namespace Holdfire.Findings;

/// <summary>Whose side the origin of a report is on, seen from what the report says.</summary>
public enum TestimonySide
{
    /// <summary>The named actor's own: it speaks against its interest where it affirms, and for it where it denies.</summary>
    Own,

    /// <summary>Another party's.</summary>
    Other,

    /// <summary>No party's: a source of its own, or of a body such as a mission.</summary>
    None,
}
