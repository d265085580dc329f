using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Cases;
using NodaTime;

namespace Holdfire.Pages;

/// <summary>The report of a case as one self-contained HTML file.</summary>
public static class HtmlReport
{
    /// <summary>Renders the file. The same input gives the same bytes.</summary>
    public static string Render(
        Case @case, ImmutableArray<TruceAssessment> assessments, ImmutableArray<AuditedClaim> audit, Instant? asOf) =>
        throw new NotSupportedException();
}
