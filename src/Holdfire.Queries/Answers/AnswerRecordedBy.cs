using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>How the size of a record at an instant was found.</summary>
/// <param name="Asked">The instant that was asked for.</param>
/// <param name="Basis"><c>cosigned</c>: the largest size that a witness had cosigned by then. <c>made</c>: by the entries' own times.</param>
public sealed record AnswerRecordedBy(Instant Asked, RecordedAtBasis Basis);
