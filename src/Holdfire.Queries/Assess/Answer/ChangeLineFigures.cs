using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>One line of a truce, with figures rounded as they are shown.</summary>
public sealed record ChangeLineFigures
{
    /// <summary>What is counted, in words.</summary>
    public required string Act { get; init; }

    /// <summary>The name of the actor, as alleged; null for either side.</summary>
    public string? Actor { get; init; }

    /// <summary>The name of the source that counts.</summary>
    public required string Source { get; init; }

    /// <summary>What the rate says, whatever was done under the terms.</summary>
    public Verdict RateVerdict { get; init; }

    /// <summary>Claims per day before; null for none.</summary>
    public RateBounds? BeforePerDay { get; init; }

    /// <summary>Claims per day during; null for none.</summary>
    public RateBounds? DuringPerDay { get; init; }

    /// <summary>The 95 % interval of during over before; null for none.</summary>
    public RatioBounds? Ratio { get; init; }
}
