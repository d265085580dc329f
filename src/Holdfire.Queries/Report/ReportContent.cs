using System.Collections.Immutable;
using Holdfire.Audit;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What a report is drawn from, as the domain has it: the answer holds the same for programs.</summary>
/// <param name="View">The case as it is seen.</param>
/// <param name="Answers">The answers on its truces.</param>
/// <param name="Audit">Its claims, audited, with those on people killed and injured.</param>
/// <param name="Events">Its events under the terms.</param>
/// <param name="Now">The instant at which it is said what is in force and which deadlines have passed; null where it is not said.</param>
public sealed record ReportContent(
    CaseView View, ImmutableArray<AnsweredTruce> Answers, ImmutableArray<AuditedClaim> Audit, EventsByStandard Events, Instant? Now);
