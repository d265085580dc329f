using System.Collections.Immutable;
using Holdfire.Incidents;
using Holdfire.Reports;

namespace Holdfire.Sources.Files;

/// <summary>Reads what people decided on which reports are about one event.</summary>
internal sealed class PinReader(LoadState state)
{
    public const string File = "pins.yaml";

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>Reads the pins; a fault for each that is not whole and for the first that contradicts others.</summary>
    public ImmutableArray<Pin> Read(IEnumerable<MapReader> maps)
    {
        var read = maps.Select(m => (Pin: Read(m), m.Start)).ToList();
        ImmutableArray<Pin> pins = [.. read.Where(p => p.Pin is not null).Select(p => p.Pin!)];
        if (pins.Length == read.Count && Pin.FindContradiction(pins) is { } pin)
        {
            state.Faults.Add(
                read.First(p => p.Pin == pin).Start, "reports that no other pins hold together", $"{pin.A} and {pin.B} in pin {pin.Id}");
        }

        return pins;
    }

    private Pin? Read(MapReader map)
    {
        var id = map.Text("id");
        if (id.Length > 0 && !ids.Add(id))
        {
            state.Faults.Add(map.At("id"), "a pin id that is not in use", id);
        }

        if (map.Has("same") == map.Has("not_same"))
        {
            state.Faults.Add(map.Start, "either same or not_same", map.Has("same") ? "both" : "neither");
            return null;
        }

        var key = map.Has("same") ? "same" : "not_same";
        var reports = map.Texts(key);
        foreach (var (report, at) in reports)
        {
            state.Ids.Refer(IdKind.Report, report, at);
        }

        if (reports.Count != 2 || reports[0].Text == reports[1].Text)
        {
            state.Faults.Add(map.At(key), "two different reports", string.Join(", ", reports.Select(r => r.Text)));
            return null;
        }

        return new Pin(
            id, new ReportId(reports[0].Text), new ReportId(reports[1].Text), key == "same", map.Text("by"), map.Text("reason"));
    }
}
