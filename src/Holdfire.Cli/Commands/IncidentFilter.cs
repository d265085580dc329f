using Holdfire.Acts;
using Holdfire.Incidents;
using Holdfire.Places;
using Holdfire.Sources;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>Which incidents are asked for; null asks for all.</summary>
internal sealed record IncidentFilter(
    ActCode? Act, AreaCode? Area, PartyId? Side, Interval? Days, bool Contested, bool Merged)
{
    public bool Lets(Incident incident, Gazetteer places) =>
        (Act is not { } act || act.Contains(incident.Act)) &&
        (Side is not { } side || incident.Actors.Contains(side)) &&
        (Days is not { } days || Intervals.Overlap(days, incident.Window)) &&
        (!Contested || incident.IsContested) && (!Merged || incident.Reports.Length > 1) &&
        (Area is not { } area || MayLieIn(incident, area, places));

    // By the areas that reports name; where none names any, by the point against the circle about the area.
    private static bool MayLieIn(Incident incident, AreaCode area, Gazetteer places) =>
        incident.Areas.IsEmpty
            ? incident.Place is { } place && places.MayTouch(place, area)
            : incident.Areas.Any(a => !places.AreDisjoint(a, area));
}
