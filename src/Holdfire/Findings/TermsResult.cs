using System.Collections.Immutable;

namespace Holdfire.Findings;

/// <summary>How an event lies to the prohibition of a truce that holds it most.</summary>
internal sealed record TermsResult(Placement Placement, string Prohibition, ImmutableArray<TermStep> Steps, bool TimeDisputed);
