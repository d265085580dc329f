using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads what people decided on which reports are about one event. Numbers of statements are not fused.</summary>
internal sealed class PinReader(LoadState state, IReadOnlySet<ReportId> numbers)
{
    public const string File = "pins.yaml";

    private static readonly ImmutableArray<string> Verbs = ["same", "not_same", "withdraws"];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly List<(Pin Pin, Spot At)> standing = [];
    private bool isWhole = true;

    /// <summary>The pins that stand; an error for each that is not whole and for the first that contradicts others.</summary>
    public ImmutableArray<Pin> Read(IEnumerable<MapReader> maps)
    {
        foreach (var map in maps)
        {
            Read(map);
        }

        ImmutableArray<Pin> pins = [.. standing.Select(p => p.Pin)];
        if (isWhole && Pin.FindContradiction(pins) is { } pin)
        {
            state.Errors.Add(
                standing.First(p => p.Pin == pin).At, "reports that no other pins hold together",
                $"{pin.A} and {pin.B} in pin {pin.Id}, which {string.Join(" and ", Pin.Chain(pins, pin.A, pin.B).Select(p => p.Id))} hold together");
        }

        return pins;
    }

    private void Read(MapReader map)
    {
        var id = map.Text("id");
        if (id.Length > 0 && !ids.Add(id))
        {
            state.Errors.Add(map.At("id"), "a pin id that is not in use", id);
        }

        string[] said = [.. Verbs.Where(map.Has)];
        if (said.Length != 1)
        {
            isWhole = false;
            state.Errors.Add(map.Start, "one of same, not_same and withdraws", said.Length == 0 ? "none" : string.Join(" and ", said));
        }
        else if (said[0] == "withdraws")
        {
            Withdraw(map);
        }
        else
        {
            Hold(map, id, said[0]);
        }
    }

    private void Withdraw(MapReader map)
    {
        var id = map.Text("withdraws");
        if (standing.RemoveAll(p => p.Pin.Id == id) == 0 && !state.Ids.IsMissed(IdKind.Pin))
        {
            isWhole = false;
            state.Errors.Add(map.At("withdraws"), "the id of a pin before this one that stands", id);
        }
    }

    private void Hold(MapReader map, string id, string key)
    {
        var reports = map.Texts(key);
        foreach (var (report, at) in reports)
        {
            state.Ids.Refer(IdKind.Report, report, at);
        }

        if (reports.Count != 2 || reports[0].Text == reports[1].Text)
        {
            isWhole = false;
            state.Errors.Add(map.At(key), "two different reports", string.Join(", ", reports.Select(r => r.Text)));
            return;
        }

        foreach (var (report, at) in reports.Where(r => numbers.Contains(new ReportId(r.Text))))
        {
            state.Errors.Add(at, "the id of a report; numbers of statements are not fused", report);
        }

        map.NeedWords("by", "words");
        map.NeedWords("reason", "words");
        var pin = new Pin(id, new ReportId(reports[0].Text), new ReportId(reports[1].Text), key == "same", map.Text("by"), map.Text("reason"));
        if (standing.Find(p => p.Pin.SaysSame(pin)).Pin is { } before && before.Id != id)
        {
            state.Errors.Add(map.Start, $"what no other pin says; {before.Id} does", id);
        }

        standing.Add((pin, map.Start));
    }
}
