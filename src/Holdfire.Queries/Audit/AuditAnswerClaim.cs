using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Audit;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>One number of a statement, audited.</summary>
public sealed record AuditAnswerClaim
{
    /// <summary>The id of the statement; null where the number is in none.</summary>
    public string? Statement { get; init; }

    /// <summary>The id of the number in the statement.</summary>
    public required string Quantity { get; init; }

    /// <summary>The act that was counted.</summary>
    public required string Act { get; init; }

    /// <summary>What about the act was counted.</summary>
    public Measure Measure { get; init; }

    /// <summary>What one counts.</summary>
    public CountUnit Unit { get; init; }

    /// <summary>Whether the number is of people killed or injured; left out for any other number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HarmKind? Harm { get; init; }

    /// <summary>Which people those are; left out for any other number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HarmGroup? Of { get; init; }

    /// <summary>What is claimed.</summary>
    public required CountBounds Claimed { get; init; }

    /// <summary>What finer claims of the same side come to, over the same act, area and time.</summary>
    public required CountBounds Own { get; init; }

    /// <summary>What the other sides' claims come to: a reason, never a verdict.</summary>
    public required CountBounds Other { get; init; }

    /// <summary>Hours of the claim's window in which a source of its side was looking.</summary>
    public double CoveredHours { get; init; }

    /// <summary>Hours of the claim's window; 0 where it is not known.</summary>
    public double WindowHours { get; init; }

    /// <summary>What the claim comes to.</summary>
    public AuditVerdict Verdict { get; init; }

    /// <summary>What is wrong with it, in words: <c>arithmetic</c>, <c>window</c>, <c>unit</c>, <c>overlap</c> or <c>none found</c>.</summary>
    public required string Fault { get; init; }

    /// <summary>What there is to say of it, finer than the verdict.</summary>
    public AuditOutcome Outcome { get; init; }

    /// <summary>One to three sentences for people: what it was compared with and what came out.</summary>
    public required string InShort { get; init; }

    /// <summary>The steps, in the order of the rules.</summary>
    public ImmutableArray<AuditReason> Reasons { get; init; }

    /// <summary>From an audited claim.</summary>
    public static AuditAnswerClaim From(AuditedClaim c) => new()
    {
        Harm = c.Harm?.Kind,
        Of = c.Harm?.Of,
        Statement = c.Claim.Statement?.Value,
        Quantity = c.Claim.Id.Value,
        Act = c.Claim.Act.Value,
        Measure = c.Claim.Measure,
        Unit = c.Claim.Unit,
        Claimed = CountBounds.Of(c.Claim.Count),
        Own = CountBounds.Of(c.Own),
        Other = CountBounds.Of(c.Other),
        CoveredHours = c.CoveredHours,
        WindowHours = c.WindowHours,
        Verdict = c.Verdict,
        Fault = Texts.Words(c.Fault),
        Outcome = c.Outcome,
        InShort = c.InShort,
        Reasons = c.Reasons,
    };
}
