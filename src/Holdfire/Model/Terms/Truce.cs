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

    /// <summary>From when to when it was meant to run, with its extensions; without an end where none was set or none is known.</summary>
    public required Interval Intended { get; init; }

    /// <summary>How it is to end.</summary>
    public TruceEnd Ends { get; init; }

    /// <summary>How it was extended, in order.</summary>
    public ImmutableArray<Extension> Extensions { get; init; } = [];

    /// <summary>The IANA id of the zone in which its ends were given.</summary>
    public required string Zone { get; init; }

    /// <summary>What each actor said of it.</summary>
    public ImmutableArray<Declaration> Declarations { get; init; } = [];

    /// <summary>Whom it bound, and when, in extensions too. Empty where it was never in force.</summary>
    public ImmutableArray<InForce> InForce { get; init; } = [];

    /// <summary>What it forbids.</summary>
    public ImmutableArray<Prohibition> Prohibitions { get; init; } = [];

    /// <summary>What it does not forbid.</summary>
    public ImmutableArray<TermsException> Exceptions { get; init; } = [];

    /// <summary>What it asks.</summary>
    public ImmutableArray<Obligation> Obligations { get; init; } = [];

    /// <summary>What the mission bears of breaches; null where it sets nothing, which is <see cref="Tolerance.Default"/>.</summary>
    public Tolerance? Tolerance { get; init; }

    /// <summary>How otherwise sources may report in it than before, as the mission thinks; of each source once, and once for all others.</summary>
    public ImmutableArray<ReportingBounds> Reporting { get; init; } = [];

    /// <summary>"If one breaches, the other is free", in words of our own, or null. Shown, never applied silently.</summary>
    public string? ReleaseClause { get; init; }

    /// <summary>Whether it was extended, in words; null where that is not known.</summary>
    public string? Extended { get; init; }

    /// <summary>Accounts of its terms that differ, in words.</summary>
    public ImmutableArray<string> Conflicts { get; init; } = [];

    /// <summary>
    /// When it bound the party, or null where it did not: the first time, with those that go on where it ends, such as an extension.
    /// </summary>
    public InForce? For(PartyId party)
    {
        InForce? whole = null;
        foreach (var next in InForce.Where(f => f.Party == party))
        {
            whole = whole is null ? next : GoesOn(whole, next) ? Joined(whole, next) : whole;
        }

        return whole;
    }

    /// <summary>How otherwise a source may report in it than before: as is declared of it, else of all; null where nothing is.</summary>
    public ReportingBounds? ReportingOf(SourceId source) =>
        Reporting.FirstOrDefault(r => r.Source == source) ?? Reporting.FirstOrDefault(r => r.Source is null);

    /// <summary>The truce with its first so many extensions alone.</summary>
    public Truce WithExtensions(int count) => count >= Extensions.Length ? this : this with
    {
        Intended = Extensions[count].Before,
        Ends = TruceEnd.AtATime,
        InForce = [.. InForce.Where(f => !(f.Extension > count))],
        Extensions = Extensions[..count],
    };

    private static bool GoesOn(InForce one, InForce next) =>
        one.When.HasEnd && Intervals.StartOf(next.When) <= one.When.End && Intervals.StartOf(next.When) >= Intervals.StartOf(one.When);

    private static InForce Joined(InForce one, InForce next) => Intervals.EndOf(next.When) <= one.When.End ? one : next with
    {
        When = new Interval(one.When.HasStart ? one.When.Start : null, next.When.HasEnd ? next.When.End : null),
        Precision = one.Precision > next.Precision ? one.Precision : next.Precision,
        Basis = one.Basis == next.Basis ? one.Basis : $"{one.Basis}; {next.Basis}",
        Disputed = one.Disputed || next.Disputed,
        LatestStart = one.LatestStart,
        Extension = one.Extension,
    };
}
