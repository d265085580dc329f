using System.Collections.Immutable;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>A truce goes on beyond its end under the same terms. It is a part of the truce, and known from its own announcement on.</summary>
public sealed record Extension
{
    /// <summary>When it was made known.</summary>
    public required TimeWindow Announced { get; init; }

    /// <summary>From when to when the truce was meant to run before.</summary>
    public required Interval Before { get; init; }

    /// <summary>From the end before to the new end.</summary>
    public required Interval Intended { get; init; }

    /// <summary>How the truce is to end now.</summary>
    public TruceEnd Ends { get; init; }

    /// <summary>What each actor said of it.</summary>
    public ImmutableArray<Declaration> Declarations { get; init; } = [];

    /// <summary>The extension in words of our own.</summary>
    public string Text { get; init; } = "";
}
