namespace Holdfire.Model;

/// <summary>What a response does with a proposal.</summary>
public enum ResponseKind
{
    /// <summary>Accepts it.</summary>
    Accepts,

    /// <summary>Accepts it under conditions.</summary>
    AcceptsConditionally,

    /// <summary>Rejects it.</summary>
    Rejects,

    /// <summary>Puts another proposal in its place.</summary>
    Counters,

    /// <summary>Says nothing to it although it spoke of the matter.</summary>
    Ignores,
}
