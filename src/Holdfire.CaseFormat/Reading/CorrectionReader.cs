using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads what sources took back or replaced.</summary>
internal sealed class CorrectionReader(LoadState state)
{
    private readonly HashSet<string> corrected = new(StringComparer.Ordinal);

    public ImmutableArray<Correction> Read(IEnumerable<MapReader> maps) => [.. maps.Select(Read)];

    private Correction Read(MapReader map)
    {
        var (report, by) = (state.Refer(IdKind.Report, map, "report"), state.Refer(IdKind.Report, map, "by"));
        var kind = map.Enum<CorrectionKind>("kind");
        if (report.Length > 0 && !corrected.Add(report))
        {
            state.Errors.Add(map.At("report"), "each report once", report);
        }

        if (kind == CorrectionKind.Withdrawn && by.Length > 0)
        {
            state.Errors.Add(map.At("by"), "nothing, since a report that is withdrawn has none in its place", by);
        }
        else if (by.Length > 0)
        {
            state.Replacements.Add(report, by, map.At("by"));
        }

        return new Correction(
            new ReportId(report), kind, by.Length > 0 ? new ReportId(by) : null, state.Published(map), map.Text("reference"));
    }
}
