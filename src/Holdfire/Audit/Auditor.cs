using System.Collections.Immutable;
using Holdfire.Cases;
using Holdfire.Statements;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>Holds claims against the finer claims, the other side, the coverage, their parts and other accounts.</summary>
public static class Auditor
{
    /// <summary>All quantities of one statement, or of all statements, in the order of the case.</summary>
    public static ImmutableArray<AuditedClaim> Audit(Case @case, StatementId? statement = null, Instant? asOf = null) =>
        throw new NotSupportedException();
}
