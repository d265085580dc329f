using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Time;

namespace Holdfire.CaseFormat;

/// <summary>Reads the talks of a case. No map takes anything from its place among the others.</summary>
internal sealed class TalksReader(LoadState state, ImmutableArray<Statement> statements)
{
    public const string File = "talks.yaml";

    private readonly Dictionary<string, TimeWindow> said =
        statements.DistinctBy(s => s.Id).ToDictionary(s => s.Id.Value, s => s.Said, StringComparer.Ordinal);

    private readonly LinkBook superseded = new("an entry that is not, through others, superseded by this one");

    public TalksRecord Read(YamlItem root)
    {
        if (root is YamlText { IsNull: true } || MapReader.Of(root, TalksKeys.Talks, state.Errors) is not { } map)
        {
            return TalksRecord.Empty;
        }

        var kinds = map.Maps("kinds").Select(m => new ItemKind(new(m.Text("id")), m.Text("label"), m.Text("definition"))).ToImmutableArray();
        var models = new ModelReader(state);
        var record = new TalksRecord
        {
            Kinds = kinds,
            Items = [.. map.Maps("items").Select(m => Item(m, kinds))],
            Proposals = Entries(map, "proposals", IdKind.Proposal, Proposal),
            Preconditions = Entries(map, "preconditions", IdKind.Precondition, Precondition),
            Ways = Entries(map, "ways", IdKind.Entry, m => new ItemWay { Item = Ref(m, "item"), Needs = Refs(m, "needs") }),
            Conditionals = Entries(map, "conditionals", IdKind.Entry, Conditional),
            Mediation = Entries(map, "mediation", IdKind.Entry, Mediation),
            Guarantees = Entries(map, "guarantees", IdKind.Entry, m => new Guarantee
            {
                Item = Ref(m, "item"), By = Parties(m, "by"), To = Parties(m, "to"),
            }),
            Unconditional = Entries(map, "unconditional", IdKind.Entry, m => new UnconditionalClaim
            {
                By = Party(m, "by"), Item = Ref(m, "item"),
            }),
            Outcomes = Entries(map, "outcomes", IdKind.Entry, m => new Outcome
            {
                Of = new(state.Refer(IdKind.Entry, m, "of")), Kind = m.Enum<OutcomeKind>("kind"),
            }),
            Models = Entries(map, "models", IdKind.Entry, models.Read),
        };
        var proposals = record.Proposals.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        record = record with { Responses = Entries(map, "responses", IdKind.Entry, m => Response(m, proposals)) };
        superseded.Check(state.Errors);
        return record;
    }

    // Reads what every entry has. The reader of a kind leaves it out; it is filled in here.
    private ImmutableArray<T> Entries<T>(MapReader map, string list, IdKind kind, Func<MapReader, T> read)
        where T : TalksEntry
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var (m, entry) in map.Maps(list).Select(m => (m, read(m))))
        {
            var id = m.Text("id");
            if (kind != IdKind.Entry && !state.Ids.IsKnown(IdKind.Entry, id))
            {
                state.Define(kind, m);
            }

            state.Define(IdKind.Entry, m);
            own.Add(id);
            all.Add(entry with
            {
                Id = new(id), Statements = Statements(m), When = When(m), Text = m.Text("text"),
                Inference = m.Map("inferred") is { } i ? new Inference(i.Text("by"), i.Text("reading"), i.Text("why")) : null,
                Supersedes = m.TextOrNull("supersedes") is { } old ? new EntryId(old) : null,
            } as T ?? entry);
        }

        foreach (var m in map.Maps(list).Where(m => m.Has("supersedes")))
        {
            if (own.Contains(m.Text("supersedes")))
            {
                superseded.Add(m.Text("id"), m.Text("supersedes"), m.At("supersedes"));
            }
            else if (!state.Ids.IsMissed(kind))
            {
                state.Errors.Add(m.At("supersedes"), $"the id of another of the {list}", m.Text("supersedes"));
            }
        }

        return all.ToImmutable();
    }

    private ImmutableArray<StatementId> Statements(MapReader map)
    {
        var ids = map.Texts("statements");
        if (map.Has("statements") && ids.Count == 0)
        {
            state.Errors.Add(map.At("statements"), "the ids of statements, at least one", "none");
        }

        foreach (var (id, at) in ids)
        {
            state.Ids.Refer(IdKind.Statement, id, at);
        }

        return [.. ids.Select(i => new StatementId(i.Text))];
    }

    private TimeWindow When(MapReader map) => map.Has("when") ? state.Window(map.Map("when"))
        : map.Texts("statements").Select(s => said.GetValueOrDefault(s.Text)).FirstOrDefault() ?? state.Window(null);

    private TalksItem Item(MapReader map, ImmutableArray<ItemKind> own)
    {
        var kind = new ItemKindCode(map.Text("kind"));
        if (map.Has("kind") && !ItemKinds.BuiltIn.Concat(own).Any(k => k.Code == kind))
        {
            state.Errors.Add(map.At("kind"), "a kind of item: " + string.Join(' ', ItemKinds.BuiltIn.Concat(own).Select(k => k.Code)), kind.Value);
        }

        var truce = state.Refer(IdKind.Truce, map, "truce");
        return new TalksItem(
            new(state.Define(IdKind.Item, map)), kind, map.Text("name"), truce.Length > 0 ? new TruceId(truce) : null, map.Text("text"));
    }

    private Proposal Proposal(MapReader map) => new()
    {
        Kind = map.Enum<ProposalKind>("kind"), By = Parties(map, "by"), To = Parties(map, "to"),
        Items = Refs(map, "items"), Valid = map.Has("valid") ? state.Window(map.Map("valid")) : null,
    };

    private Response Response(MapReader map, Dictionary<EntryId, Proposal> proposals)
    {
        var to = new EntryId(state.Refer(IdKind.Proposal, map, "to"));
        var proposal = proposals.GetValueOrDefault(to);
        if (proposal is not null && Positions.IsSurelyLater(proposal.When, When(map)))
        {
            state.Errors.Add(map.At("to"), "a proposal made by the time of the response; this one was made later", to.Value);
        }

        foreach (var (item, at) in map.Texts("items").Where(i => proposal is not null && !proposal.Items.Contains(new ItemId(i.Text))))
        {
            state.Errors.Add(at, "an item of the proposal: " + string.Join(' ', proposal!.Items), item);
        }

        foreach (var (condition, at) in map.Texts("conditions"))
        {
            state.Ids.Refer(IdKind.Precondition, condition, at);
        }

        var counter = state.Refer(IdKind.Proposal, map, "counter");
        return new Response
        {
            By = Party(map, "by"), To = to, Kind = map.Enum<ResponseKind>("kind"),
            Items = map.Has("items") ? Refs(map, "items") : proposal?.Items ?? [],
            Conditions = [.. map.Texts("conditions").Select(c => new EntryId(c.Text))],
            Counter = counter.Length > 0 ? new EntryId(counter) : null,
        };
    }

    private Precondition Precondition(MapReader map)
    {
        if (map.Has("for") && map.Text("requires") == map.Text("for"))
        {
            state.Errors.Add(map.At("for"), "another item than the one required", map.Text("for"));
        }

        return new Precondition
        {
            Actor = Party(map, "actor"), Requires = Ref(map, "requires"),
            Relation = map.Enum<PreconditionRelation>("relation"), For = Ref(map, "for"),
        };
    }

    private Conditional Conditional(MapReader map) => new()
    {
        Kind = map.Enum<ConditionalKind>("kind"), By = Parties(map, "by"), To = Parties(map, "to"),
        Condition = Ref(map, "condition"), Consequence = Ref(map, "consequence"),
        Deadline = map.Has("deadline") ? state.Window(map.Map("deadline")) : null,
    };

    private MediationOffer Mediation(MapReader map) => new()
    {
        Kind = map.Enum<MediationKind>("kind"), By = Party(map, "by"),
        Mediators = Parties(map, "mediators"), Item = map.Has("item") ? Ref(map, "item") : null,
    };

    private PartyId Party(MapReader map, string key) => new(state.Refer(IdKind.Party, map, key));

    private ItemId Ref(MapReader map, string key) => new(state.Refer(IdKind.Item, map, key));

    private ImmutableArray<PartyId> Parties(MapReader map, string key) => [.. References(map, key, IdKind.Party).Select(t => new PartyId(t))];

    private ImmutableArray<ItemId> Refs(MapReader map, string key) => [.. References(map, key, IdKind.Item).Select(t => new ItemId(t))];

    private ImmutableArray<string> References(MapReader map, string key, IdKind kind)
    {
        foreach (var (id, at) in map.Texts(key))
        {
            state.Ids.Refer(kind, id, at);
        }

        return [.. map.Texts(key).Select(t => t.Text).Distinct()];
    }
}
