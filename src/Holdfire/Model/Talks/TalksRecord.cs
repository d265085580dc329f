using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>All that a case holds of its talks, in the order of the record.</summary>
public sealed record TalksRecord
{
    /// <summary>No talks.</summary>
    public static TalksRecord Empty { get; } = new();

    /// <summary>Kinds of items that the case adds to the built-in ones.</summary>
    public ImmutableArray<ItemKind> Kinds { get; init; } = [];

    /// <summary>What is talked about.</summary>
    public ImmutableArray<TalksItem> Items { get; init; } = [];

    /// <summary>What was put to others.</summary>
    public ImmutableArray<Proposal> Proposals { get; init; } = [];

    /// <summary>What was answered.</summary>
    public ImmutableArray<Response> Responses { get; init; } = [];

    /// <summary>What is made to depend on what.</summary>
    public ImmutableArray<Precondition> Preconditions { get; init; } = [];

    /// <summary>Ways to bring items about.</summary>
    public ImmutableArray<ItemWay> Ways { get; init; } = [];

    /// <summary>Threats and promises.</summary>
    public ImmutableArray<Conditional> Conditionals { get; init; } = [];

    /// <summary>Mediation offered, asked for, answered or spoken of.</summary>
    public ImmutableArray<MediationOffer> Mediation { get; init; } = [];

    /// <summary>Guarantees.</summary>
    public ImmutableArray<Guarantee> Guarantees { get; init; } = [];

    /// <summary>Claims that no condition is set.</summary>
    public ImmutableArray<UnconditionalClaim> Unconditional { get; init; } = [];

    /// <summary>What became of entries.</summary>
    public ImmutableArray<Outcome> Outcomes { get; init; } = [];

    /// <summary>Conflict models of analysts.</summary>
    public ImmutableArray<ConflictModel> Models { get; init; } = [];

    /// <summary>Every entry, by its list.</summary>
    public IEnumerable<TalksEntry> Entries =>
    [
        .. Proposals, .. Responses, .. Preconditions, .. Ways, .. Conditionals, .. Mediation, .. Guarantees, .. Unconditional,
        .. Outcomes, .. Models,
    ];

    /// <summary>
    /// The talks as they were once these statements and no others were known: without the entries that rest on others, and
    /// without items that then nobody had spoken of.
    /// </summary>
    public TalksRecord KnownBy(IReadOnlySet<StatementId> said)
    {
        ImmutableArray<T> Known<T>(ImmutableArray<T> entries)
            where T : TalksEntry => [.. entries.Where(e => e.Statements.All(said.Contains))];
        var known = this with
        {
            Proposals = Known(Proposals), Responses = Known(Responses), Preconditions = Known(Preconditions), Ways = Known(Ways),
            Conditionals = Known(Conditionals), Mediation = Known(Mediation), Guarantees = Known(Guarantees),
            Unconditional = Known(Unconditional), Outcomes = Known(Outcomes), Models = Known(Models),
        };
        var spoken = known.Entries.SelectMany(ItemsOf).ToHashSet();
        return known with { Items = [.. Items.Where(i => spoken.Contains(i.Id))] };
    }

    /// <summary>The items that an entry names.</summary>
    public static IEnumerable<ItemId> ItemsOf(TalksEntry entry) => entry switch
    {
        Proposal p => p.Items,
        Response r => r.Items,
        Precondition p => [p.Requires, p.For],
        ItemWay w => [w.Item, .. w.Needs],
        Conditional c => [c.Condition, c.Consequence],
        MediationOffer m => m.Item is { } item ? [item] : [],
        Guarantee g => [g.Item],
        UnconditionalClaim u => [u.Item],
        _ => [],
    };

    /// <summary>The parties that make an entry.</summary>
    public static ImmutableArray<PartyId> MakersOf(TalksEntry entry) => entry switch
    {
        Proposal p => p.By,
        Response r => [r.By],
        Precondition p => [p.Actor],
        Conditional c => c.By,
        MediationOffer m => [m.By],
        Guarantee g => g.By,
        UnconditionalClaim u => [u.By],
        _ => [],
    };

    /// <summary>
    /// Entries that no longer stand: replaced by another, or taken back. What they said stays in the history.
    /// </summary>
    public IReadOnlySet<EntryId> NoLongerStanding() =>
        Entries.Where(e => e.Supersedes is not null).Select(e => e.Supersedes!.Value)
            .Concat(Outcomes.Where(o => o.Kind == OutcomeKind.Withdrawn).Select(o => o.Of)).ToHashSet();

    /// <summary>The name of an item, or its id where it has none.</summary>
    public string NameOf(ItemId id) => Items.FirstOrDefault(i => i.Id == id)?.Name ?? id.Value;
}
