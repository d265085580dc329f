using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;

namespace Holdfire.Model;

/// <summary>Something that a truce does not forbid.</summary>
/// <param name="Act">The act, or null where the exception is not about one act.</param>
/// <param name="Text">The exception in words of our own.</param>
public sealed record TermsException(ActCode? Act, string Text)
{
    /// <summary>The kind of target that it is about, or null for any.</summary>
    public TargetKind? Target { get; init; }

    /// <summary>Where it holds: any of these; empty for everywhere.</summary>
    public ImmutableArray<AreaCode> Areas { get; init; } = [];

    /// <summary>Whether it is in words alone, so that no event can be held against it.</summary>
    public bool IsInWordsAlone => Act is null && Target is null && Areas.IsEmpty;
}
