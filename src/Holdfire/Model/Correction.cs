using NodaTime;

namespace Holdfire.Model;

/// <summary>A source takes a report back or puts another in its place. The report stays on record and is used no more.</summary>
/// <param name="Report">The report that stands no more.</param>
/// <param name="Kind">What was done.</param>
/// <param name="By">The report that takes its place, or null where none does.</param>
/// <param name="Published">When that was said, or null where it is not known.</param>
/// <param name="Reference">Where it was said.</param>
public sealed record Correction(ReportId Report, CorrectionKind Kind, ReportId? By, Instant? Published, string Reference);
