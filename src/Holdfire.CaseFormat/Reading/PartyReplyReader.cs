using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads what parties replied.</summary>
internal sealed class PartyReplyReader(LoadState state, ImmutableArray<PartyQuery> queries)
{
    public const string File = "replies.yaml";

    private readonly Dictionary<string, PartyQuery> asked = queries.DistinctBy(q => q.Id).ToDictionary(q => q.Id, StringComparer.Ordinal);

    public ImmutableArray<PartyReply> Read(IEnumerable<MapReader> maps) => [.. maps.Select(Read)];

    private PartyReply Read(MapReader map)
    {
        map.NeedWords("by", "who entered it, by role or name");
        map.NeedWords("text", "what the party says");
        var (party, query, statement) = (map.Text("party"), state.Refer(IdKind.Query, map, "query"), state.Refer(IdKind.Statement, map, "statement"));
        state.Refer(IdKind.Party, map, "party");
        var reports = PartyQueryReader.Reports(state, map);
        var of = asked.GetValueOrDefault(query);
        if (query.Length == 0 && reports.IsEmpty)
        {
            state.Errors.Add(map.Start, "the query that it answers, or the reports that it is about", "neither");
        }
        else if (of is not null && of.Party.Value != party)
        {
            state.Errors.Add(map.At("party"), $"{of.Party}, which {query} asks", party);
        }

        return new PartyReply(
            state.Define(IdKind.Reply, map), new PartyId(party), query, reports.IsEmpty && of is not null ? of.Reports : reports,
            state.Instant(map, "received") ?? default, map.Text("text"), statement.Length > 0 ? new StatementId(statement) : null, map.Text("by"));
    }
}
