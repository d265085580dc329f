using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Talks;

/// <summary>Talks in sentences. Every sentence says who, and by which statements; what is inferred is said to be.</summary>
public static class TalksWords
{
    /// <summary>The cycle in sentences: what each actor requires, and what waits for what.</summary>
    public static string Of(DeadlockCycle cycle, Case @case)
    {
        var steps = cycle.Preconditions.Select((p, i) =>
            $"{@case.Talks.NameOf(cycle.Items[i])} {(p.IsStrict ? "before" : "together with")} " +
            @case.Talks.NameOf(cycle.Items[(i + 1) % cycle.Items.Length]));
        return $"{string.Join(" ", cycle.Preconditions.Select(p => Of(p, @case)))} That is a circle: {string.Join(", ", steps)}.";
    }

    /// <summary>The precondition as a sentence; an inferred one begins with "If … are read as".</summary>
    public static string Of(Precondition p, Case @case)
    {
        var requires = Requirement(p, @case);
        return p.Inference is { } inference
            ? $"If {Join(p.Statements)} {(p.Statements.Length == 1 ? "is" : "are")} read as “{inference.Reading}” " +
                $"(so read by {inference.By}), {requires}."
            : $"{requires} (stated: {string.Join(", ", p.Statements)}).";
    }

    /// <summary>The precondition without its basis, such as "A requires a halt before talks".</summary>
    public static string Requirement(Precondition p, Case @case)
    {
        return $"{NameOf(p.Actor, @case)} requires {@case.Talks.NameOf(p.Requires)} {Relation(p)} {@case.Talks.NameOf(p.For)}";
    }

    /// <summary>A change of a precondition, such as "A drops: talks before a halt".</summary>
    public static string Of(Change change, Case @case)
    {
        var p = change.Precondition;
        var (requires, @for) = (@case.Talks.NameOf(p.Requires), @case.Talks.NameOf(p.For));
        return change.Kind == ChangeKind.Drop
            ? $"{NameOf(p.Actor, @case)} no longer requires {requires} {(p.IsStrict ? "before" : "with")} {@for}"
            : $"{NameOf(p.Actor, @case)} takes {requires} and {@for} together";
    }

    /// <summary>A position as a phrase that follows the party's name, such as "accepts it under conditions".</summary>
    public static string Of(Position position, Case @case)
    {
        var other = position.Other is { } item ? @case.Talks.NameOf(item) : "";
        return position.Kind switch
        {
            PositionKind.Offers => "offers it",
            PositionKind.Demands => "demands it",
            PositionKind.Accepts => "accepts it",
            PositionKind.AcceptsConditionally => "accepts it under conditions",
            PositionKind.Rejects => "rejects it",
            PositionKind.Counters => "counters it",
            PositionKind.Ignores => "passes over it",
            PositionKind.Requires => $"requires it {Relation((Precondition)position.Entry)} {other}",
            PositionKind.MakesConditional when ((Precondition)position.Entry).IsStrict => $"only after {other}",
            PositionKind.MakesConditional => $"only {Relation((Precondition)position.Entry)} {other}",
            PositionKind.SaysUnconditional => "claims to set no condition for it",
            _ => position.Entry is Conditional { Kind: ConditionalKind.Threat }
                ? $"threatens it unless there is {other}" : $"promises it if there is {other}",
        };
    }

    /// <summary>A claim that no condition is set, with its statements.</summary>
    public static string Of(UnconditionalClaim claim, Case @case) =>
        $"Claim of {NameOf(claim.By, @case)}: no condition for {@case.Talks.NameOf(claim.Item)} ({string.Join(", ", claim.Statements)})";

    /// <summary>A claim that no condition is set, and what the same side requires, in one sentence.</summary>
    public static string Of(TalksContradiction found, Case @case)
    {
        var says = Of(found.Claim, @case);
        var speaker = found.SameSpeaker ? "the same speaker" : "another speaker of the same side";
        return found.Against.Inference is null
            ? $"{says}; {speaker} requires {@case.Talks.NameOf(found.Against.Requires)} {Relation(found.Against)} it " +
                $"({string.Join(", ", found.Against.Statements)})."
            : $"{says}; against it stands an inference: {Of(found.Against, @case)}";
    }

    /// <summary>Any entry as a phrase: what it is, by whom, and of which items.</summary>
    public static string Of(TalksEntry entry, Case @case)
    {
        string Names(ImmutableArray<PartyId> ids) => List(ids.Select(p => NameOf(p, @case)));
        string Items(ImmutableArray<ItemId> ids) => List(ids.Select(@case.Talks.NameOf));
        return entry switch
        {
            Conditional c =>
                $"{(c.Kind == ConditionalKind.Threat ? "threat" : "promise")} by {Names(c.By)} to {Names(c.To)}: " +
                $"{@case.Talks.NameOf(c.Consequence)} " +
                $"{(c.Kind == ConditionalKind.Threat ? "unless" : "if")} there is {@case.Talks.NameOf(c.Condition)}",
            Proposal p => $"{(p.Kind == ProposalKind.Offer ? "offer" : "demand")} by {Names(p.By)} to {Names(p.To)}: {Items(p.Items)}",
            Response r => $"answer by {NameOf(r.By, @case)} to {r.To}, {Answer(r.Kind)}: {Items(r.Items)}",
            Precondition p => Requirement(p, @case),
            ItemWay w => $"{@case.Talks.NameOf(w.Item)} can come about by {Items(w.Needs)}",
            MediationOffer m => $"mediation {Mediation(m.Kind)} {NameOf(m.By, @case)}: {Names(m.Mediators)}",
            Guarantee g => $"guarantee for {Names(g.To)} by {Names(g.By)}: {@case.Talks.NameOf(g.Item)}",
            UnconditionalClaim u => $"claim by {NameOf(u.By, @case)}: no condition for {@case.Talks.NameOf(u.Item)}",
            Outcome o => $"{o.Of}: {Outcome(o.Kind)}",
            _ => entry.Id.Value,
        };
    }

    /// <summary>An outcome in words.</summary>
    public static string Outcome(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Met => "met",
        OutcomeKind.NotMet => "not met",
        OutcomeKind.CarriedOut => "carried out",
        OutcomeKind.NotCarriedOut => "not carried out",
        _ => "withdrawn",
    };

    /// <summary>The name of a party, or its id where it has none.</summary>
    public static string NameOf(PartyId id, Case @case) => @case.Parties.FirstOrDefault(p => p.Id == id)?.Name ?? id.Value;

    /// <summary>Ids as "S1, S2 and S3".</summary>
    public static string Join(ImmutableArray<StatementId> ids) => List(ids.Select(i => i.Value));

    private static string Relation(Precondition p) => p.Relation switch
    {
        PreconditionRelation.Before => "before",
        PreconditionRelation.TogetherWith => "together with",
        _ => "in return for",
    };

    private static string Answer(ResponseKind kind) => kind switch
    {
        ResponseKind.Accepts => "accepting",
        ResponseKind.AcceptsConditionally => "accepting under conditions",
        ResponseKind.Rejects => "rejecting",
        ResponseKind.Counters => "putting another proposal in its place",
        _ => "passing over it",
    };

    private static string Mediation(MediationKind kind) => kind switch
    {
        MediationKind.Offered => "offered by",
        MediationKind.AskedFor => "asked for by",
        MediationKind.Accepted => "accepted by",
        MediationKind.Declined => "declined by",
        _ => "acknowledged by",
    };

    private static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
