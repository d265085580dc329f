using Holdfire.Acts;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>Which incidents are asked for; null asks for all.</summary>
internal sealed record IncidentFilter(
    ActCode? Act, AreaFilter? Area, PartyId? Side, Interval? Days, bool Contested, bool Merged)
{
    public bool Lets(Incident incident) =>
        (Act is not { } act || act.Contains(incident.Act)) &&
        (Side is not { } side || incident.Actors.Contains(side)) &&
        (Days is not { } days || Intervals.Overlap(days, incident.Window)) &&
        (!Contested || incident.IsContested) && (!Merged || incident.Reports.Length > 1) &&
        (Area?.MayHold(incident.Areas, incident.Place, []) ?? true);
}
