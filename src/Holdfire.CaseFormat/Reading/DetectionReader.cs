using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads what sensors and alert systems show.</summary>
internal sealed class DetectionReader(LoadState state)
{
    public Detection Read(MapReader map)
    {
        map.NeedWords("source", "the id of a source");
        return new Detection
        {
            Id = new DetectionId(state.Define(IdKind.Detection, map)),
            Source = new SourceId(state.Refer(IdKind.Source, map, "source")),
            Kind = map.Enum<DetectionKind>("kind"),
            Window = state.Window(map),
            Areas = state.Areas(map, "areas"),
            Point = state.Point(map),
            Value = map.Decimal("value", double.MinValue, double.MaxValue),
            ValueUnit = map.Text("value_unit"),
            Supports = [.. map.Texts("supports").Select(t => Report(t.Text, t.At))],
            Note = map.Text("note"),
            Reference = map.Text("reference"),
            Published = state.Published(map),
        };
    }

    private ReportId Report(string id, Spot at)
    {
        state.Ids.Refer(IdKind.Report, id, at);
        return new ReportId(id);
    }
}
