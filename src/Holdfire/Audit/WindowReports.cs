using Holdfire.Model;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>The reports that have to do with one window, by source.</summary>
internal sealed class WindowReports
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>Those of the reports that touch the window, and those of the linked ones that do not but lie in one that does.</summary>
    public WindowReports(
        Dictionary<SourceId, List<Report>> reports, Dictionary<SourceId, List<Report>> linked, Interval window)
    {
        foreach (var (source, all) in reports)
        {
            Touching[source] = all.FindAll(r => r.Window.Touches(window));
            ids.UnionWith(Touching[source].Select(r => r.Id.Value));
        }

        var rest = linked.ToDictionary(l => l.Key, l => l.Value.FindAll(r => !ids.Contains(r.Id.Value)));
        while (TakeBelow(rest))
        {
        }
    }

    /// <summary>Those that touch the window.</summary>
    public Dictionary<SourceId, List<Report>> Touching { get; } = [];

    /// <summary>Those that do not, but are, through others, a part of or in one that does.</summary>
    public Dictionary<SourceId, List<Report>> Below { get; } = [];

    // One step down from the claims found so far; false where there is none.
    private bool TakeBelow(Dictionary<SourceId, List<Report>> rest)
    {
        var before = ids.Count;
        foreach (var (source, left) in rest)
        {
            var found = left.FindAll(IsBelow);
            ids.UnionWith(found.Select(r => r.Id.Value));
            Below[source] = [.. Below.GetValueOrDefault(source) ?? [], .. found];
            left.RemoveAll(r => ids.Contains(r.Id.Value));
        }

        return ids.Count > before;
    }

    private bool IsBelow(Report report) =>
        (report.PartOf is { } whole && ids.Contains(whole.Value)) || report.IncludedIn.Any(i => ids.Contains(i.Value));
}
