using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads when sources could not look as they usually do.</summary>
internal sealed class RestrictionReader(LoadState state)
{
    public const string File = "restrictions.yaml";

    /// <summary>The sources with the restrictions that name them, in the order of the file.</summary>
    public static ImmutableArray<Source> Add(ImmutableArray<Source> sources, IEnumerable<Restriction> restrictions)
    {
        var bySource = restrictions.ToLookup(r => r.Source);
        return bySource.Count == 0 ? sources : [.. sources.Select(s => s with { Restrictions = [.. bySource[s.Id]] })];
    }

    public Restriction Read(MapReader map)
    {
        var by = state.Refer(IdKind.Party, map, "by");
        map.NeedWords("source", "the id of a source");
        if (map.Has("areas") && !map.Texts("areas").Any())
        {
            state.Errors.Add(map.At("areas"), "at least one area", "none");
        }

        return new Restriction(
            state.Define(IdKind.Restriction, map), new SourceId(state.Refer(IdKind.Source, map, "source")), map.Enum<RestrictionKind>("kind"),
            state.Window(map), state.Areas(map, "areas"), map.Has("act") ? state.Act(map, "act") : null,
            by.Length > 0 ? new PartyId(by) : null, map.Text("basis"), state.Published(map));
    }
}
