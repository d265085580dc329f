namespace Holdfire.Model;

/// <summary>How the parts of a claim lie to each other.</summary>
public enum PartRelation : byte
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Nothing is in two parts.</summary>
    Disjoint,

    /// <summary>Something may be in two parts.</summary>
    Overlapping,
}
