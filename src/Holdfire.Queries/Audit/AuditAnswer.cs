using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Audit;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>audit</c>: what claims come to when they are held against the rest of the case.</summary>
public sealed record AuditAnswer : QueryAnswer
{
    /// <summary>From what the auditor gave.</summary>
    /// <param name="view">The view that was asked.</param>
    /// <param name="claims">The numbers of statements, audited.</param>
    /// <param name="harm">The people killed and injured that they give, audited.</param>
    public AuditAnswer(CaseView view, ImmutableArray<AuditedClaim> claims, ImmutableArray<AuditedClaim> harm)
        : base("holdfire/audit/1", view)
    {
        (AsOf, Claims) = (view.Coordinates.KnownBy, [.. claims.Select(AuditAnswerClaim.From)]);
        Rules = harm.IsEmpty ? Auditor.Rules : Auditor.RulesWithHarm;
        HarmClaims = harm.IsEmpty ? null : [.. harm.Select(AuditAnswerClaim.From)];
    }

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The version of the rules (docs/audit.md).</summary>
    public string Rules { get; }

    /// <summary>The claims, in the order of the case.</summary>
    public ImmutableArray<AuditAnswerClaim> Claims { get; }

    /// <summary>The people killed and injured that statements give, each group apart; left out where none gives any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<AuditAnswerClaim>? HarmClaims { get; }
}
