using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>Two reports of one incident that cannot both be right.</summary>
/// <param name="Kind">What they disagree on.</param>
/// <param name="A">The id of the first.</param>
/// <param name="B">The id of the second.</param>
public sealed record ReportContradictionAnswer(ContradictionKind Kind, string A, string B);
