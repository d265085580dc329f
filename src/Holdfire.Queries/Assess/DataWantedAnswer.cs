using Holdfire.Assessment;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Data that would help to settle a line.</summary>
/// <param name="Source">The id of the source that would have them.</param>
/// <param name="Act">The act that they would be about.</param>
/// <param name="From">The start of the time that they would cover.</param>
/// <param name="To">The end of that time.</param>
/// <param name="Hours">How many hours of it are missing.</param>
/// <param name="Why">What they would be used for, in words.</param>
public sealed record DataWantedAnswer(string Source, string Act, Instant From, Instant To, double Hours, string Why)
{
    /// <summary>From data that are wanted.</summary>
    public static DataWantedAnswer Of(DataWanted w) => new(w.Source.Value, w.Act.Value, w.When.Start, w.When.End, w.Hours, w.Why);
}
