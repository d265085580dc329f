using System.Collections.Immutable;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>A halt to some acts, somewhere, for some time. It may have been proposed and never begun.</summary>
public sealed record Truce
{
    /// <summary>Its id.</summary>
    public required TruceId Id { get; init; }

    /// <summary>Its name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made known.</summary>
    public required TimeWindow Announced { get; init; }

    /// <summary>From when to when it was meant to run.</summary>
    public required Interval Intended { get; init; }

    /// <summary>The IANA id of the zone in which its ends were given.</summary>
    public required string Zone { get; init; }

    /// <summary>What each actor said of it.</summary>
    public ImmutableArray<Declaration> Declarations { get; init; } = [];

    /// <summary>Whom it bound, and when. Empty where it was never in force.</summary>
    public ImmutableArray<InForce> InForce { get; init; } = [];

    /// <summary>What it forbids.</summary>
    public ImmutableArray<Prohibition> Prohibitions { get; init; } = [];

    /// <summary>What it does not forbid.</summary>
    public ImmutableArray<TermsException> Exceptions { get; init; } = [];

    /// <summary>What it asks.</summary>
    public ImmutableArray<Obligation> Obligations { get; init; } = [];

    /// <summary>"If one breaches, the other is free", in words of our own, or null. Shown, never applied silently.</summary>
    public string? ReleaseClause { get; init; }

    /// <summary>Whether it was extended, in words; null where that is not known.</summary>
    public string? Extended { get; init; }

    /// <summary>Accounts of its terms that differ, in words.</summary>
    public ImmutableArray<string> Conflicts { get; init; } = [];

    /// <summary>When it bound the party, or null where it did not.</summary>
    public InForce? For(PartyId party) => InForce.FirstOrDefault(f => f.Party == party);
}
