using System.Collections.Immutable;
using Holdfire.Audit;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>audit</c>: what claims come to when they are held against the rest of the case.</summary>
public sealed record AuditAnswer : QueryAnswer
{
    /// <summary>From what the auditor gave.</summary>
    public AuditAnswer(CaseView view, ImmutableArray<AuditedClaim> claims)
        : base("holdfire/audit/1", view) =>
        (AsOf, Claims) = (view.Coordinates.KnownBy, [.. claims.Select(AuditAnswerClaim.Of)]);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The version of the rules (docs/audit.md).</summary>
    public string Rules { get; } = Auditor.Rules;

    /// <summary>The claims, in the order of the case.</summary>
    public ImmutableArray<AuditAnswerClaim> Claims { get; }
}
