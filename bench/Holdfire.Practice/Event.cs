using NodaTime;

namespace Holdfire.Practice;

/// <summary>Something that happened on the practice line.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="From">When it began.</param>
/// <param name="Minutes">How long it lasted.</param>
/// <param name="Latitude">Where, WGS 84 degrees.</param>
/// <param name="Longitude">Where, WGS 84 degrees.</param>
/// <param name="Area">The region in which that is.</param>
/// <param name="Act">What was done.</param>
/// <param name="Target">At what kind of target.</param>
/// <param name="Count">How many times.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Victim">The other party.</param>
internal sealed record Event(
    int Number, Instant From, int Minutes, double Latitude, double Longitude, string Area, string Act, string Target, int Count,
    string Actor, string Victim);
