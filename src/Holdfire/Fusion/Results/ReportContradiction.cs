using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>Two reports of one incident that cannot both be true as they stand: the first such pair by id for each kind.</summary>
public sealed record ReportContradiction(ContradictionKind Kind, ReportId A, ReportId B);
