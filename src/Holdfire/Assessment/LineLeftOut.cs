using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>Reports of one source about one actor from which no line of a truce is made, and why.</summary>
/// <param name="Source">The source.</param>
/// <param name="Actor">Who is said to have acted; null where the reports name nobody.</param>
/// <param name="Reports">How many reports about the time of the truce and the times compared with it.</param>
/// <param name="Why">Why, in words.</param>
public sealed record LineLeftOut(SourceId Source, PartyId? Actor, int Reports, string Why);
