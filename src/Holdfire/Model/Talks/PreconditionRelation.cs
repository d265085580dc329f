namespace Holdfire.Model;

/// <summary>How what is required stands to what it is required for.</summary>
public enum PreconditionRelation
{
    /// <summary>It must come first: a strict edge.</summary>
    Before,

    /// <summary>Both at once: the two become one node.</summary>
    TogetherWith,

    /// <summary>One for the other, with no order said: as <see cref="TogetherWith"/>, told apart in words.</summary>
    InReturnFor,
}
