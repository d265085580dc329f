using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>One truce as it was agreed or proposed.</summary>
public sealed record TruceAnswer
{
    /// <summary>The id of the truce.</summary>
    public required string Truce { get; init; }

    /// <summary>The name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>When it was meant to begin; null where that was left open.</summary>
    public Instant? From { get; init; }

    /// <summary>When it was meant to end, which does not belong to it; null where that was left open.</summary>
    public Instant? To { get; init; }

    /// <summary>How it is to end where no time is given: until ended, or not known; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TruceEnd? Ends { get; init; }

    /// <summary>How it was extended, in order; left out where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ExtensionAnswer>? Extensions { get; init; }

    /// <summary>The IANA id of the zone in which its ends were given.</summary>
    public required string Zone { get; init; }

    /// <summary>What each actor said of it.</summary>
    public ImmutableArray<DeclarationAnswer> Declarations { get; init; }

    /// <summary>Whom it bound, and when; empty where it was never in force.</summary>
    public ImmutableArray<InForceAnswer> InForce { get; init; }

    /// <summary>What it forbids.</summary>
    public ImmutableArray<ProhibitionAnswer> Prohibitions { get; init; }

    /// <summary>What it does not forbid.</summary>
    public ImmutableArray<ExceptionAnswer> Exceptions { get; init; }

    /// <summary>What it asks of parties, by when.</summary>
    public ImmutableArray<ObligationAnswer> Obligations { get; init; }

    /// <summary>What frees a party of it, in words; null for nothing.</summary>
    public string? ReleaseClause { get; init; }

    /// <summary>Whether it was extended, in words; null where that is not known.</summary>
    public string? Extended { get; init; }

    /// <summary>Accounts of its terms that differ, in words.</summary>
    public ImmutableArray<string> Conflicts { get; init; }

    /// <summary>Where it stands at the instant of the answer; left out where none was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TruceState? State { get; init; }

    /// <summary>From a truce.</summary>
    /// <param name="truce">The truce.</param>
    /// <param name="now">The instant at which its state is told; null for none.</param>
    public static TruceAnswer Of(Truce truce, Instant? now) => new()
    {
        State = now is { } at ? truce.At(at) : null,
        Truce = truce.Id.Value,
        Name = truce.Name,
        From = truce.Intended.HasStart ? truce.Intended.Start : null,
        To = truce.Intended.HasEnd ? truce.Intended.End : null,
        Ends = truce.Ends == TruceEnd.AtATime ? null : truce.Ends,
        Extensions = truce.Extensions.IsEmpty ? null : [.. truce.Extensions.Select(ExtensionAnswer.Of)],
        Zone = truce.Zone,
        Declarations = [.. truce.Declarations.Select(DeclarationAnswer.Of)],
        InForce = [.. truce.InForce.Select(f => InForceAnswer.Of(f, now))],
        Prohibitions = [.. truce.Prohibitions.Select(p => new ProhibitionAnswer(
            p.Id, p.Act.Value, p.Target, [.. p.Areas.Select(a => a.Value)], [.. p.Bound.Select(b => b.Value)], p.Text))],
        Exceptions = [.. truce.Exceptions.Select(e => new ExceptionAnswer(e.Act?.Value, e.Target, [.. e.Areas.Select(a => a.Value)], e.Text))],
        Obligations = [.. truce.Obligations.Select(o => new ObligationAnswer(o.Party.Value, o.Text, o.Deadline))],
        ReleaseClause = truce.ReleaseClause,
        Extended = truce.Extended,
        Conflicts = truce.Conflicts,
    };
}
