using System.Collections.Immutable;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>A report as the peers see it: one circle, one span of time.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Who says it.</param>
/// <param name="From">The start of the widest span that its words allow, minutes of UTC from 1970.</param>
/// <param name="To">The end of it.</param>
/// <param name="Latitude">The centre, degrees; of areas, the middle of their centres.</param>
/// <param name="Longitude">The same.</param>
/// <param name="RadiusKm">A circle about the centre that holds the place.</param>
/// <param name="Act">The act's code.</param>
/// <param name="Actor">Blank where none is named.</param>
/// <param name="Least">The least count.</param>
/// <param name="Most">The greatest, or null.</param>
/// <param name="Killed">Deaths, or null where nothing is said.</param>
/// <param name="Injured">Injured, or null.</param>
/// <param name="Aggregate">Sums more than one event.</param>
/// <param name="Linked">The reports that it says it repeats or denies.</param>
internal sealed record PeerReport(
    string Id, string Source, double From, double To, double Latitude, double Longitude, double RadiusKm, string Act, string Actor,
    long Least, long? Most, long? Killed, long? Injured, bool Aggregate, ImmutableArray<string> Linked)
{
    public double Middle => (From + To) / 2;
}
