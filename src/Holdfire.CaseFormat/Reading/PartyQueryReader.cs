using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads the questions to parties.</summary>
internal sealed class PartyQueryReader(LoadState state)
{
    public const string File = "queries.yaml";

    public PartyQuery Read(MapReader map)
    {
        map.NeedWords("by", "who asked, by role or name");
        map.NeedWords("text", "the question");
        if (map.Has("reports") && map.Texts("reports").Count == 0)
        {
            state.Errors.Add(map.At("reports"), "at least one report", "none");
        }

        var (sent, due) = (state.Instant(map, "sent") ?? default, state.Instant(map, "due"));
        if (due < sent)
        {
            state.Errors.Add(map.At("due"), $"an instant after it was sent, {map.Text("sent")}", map.Text("due"));
        }

        return new PartyQuery(
            state.Define(IdKind.Query, map), new PartyId(state.Refer(IdKind.Party, map, "party")), Reports(state, map), map.Text("text"), sent, due, map.Text("by"));
    }

    /// <summary>The reports, or numbers in statements, that a question or a reply names.</summary>
    public static ImmutableArray<ReportId> Reports(LoadState state, MapReader map)
    {
        var named = map.Texts("reports");
        foreach (var (report, at) in named)
        {
            state.Ids.Refer(IdKind.Report, report, at);
        }

        return [.. named.Select(r => new ReportId(r.Text)).Distinct()];
    }
}
