using System.Collections.Immutable;
using Holdfire.Cases;
using Holdfire.Sources;
using Holdfire.Statements;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Talks;

/// <summary>Talks in sentences. Every sentence says who, and by which statements; what is inferred is said to be.</summary>
public static class TalksWords
{
    /// <summary>The cycle in sentences: what each actor requires, and what waits for what.</summary>
    public static string Of(DeadlockCycle cycle, Case @case)
    {
        var names = cycle.Items.Select(@case.Talks.NameOf).ToList();
        var waits = names.Count == 1 ? $"So {names[0]} would have to come before itself."
            : $"So {string.Join(", ", names.Select((n, i) => $"{names[(i + 1) % names.Count]} waits for {n}"))}.";
        return $"{string.Join(" ", cycle.Preconditions.Select(p => Of(p, @case)))} {waits}";
    }

    /// <summary>The precondition as a sentence; an inferred one begins with "If … are read as".</summary>
    public static string Of(Precondition p, Case @case)
    {
        var requires = Requirement(p, @case);
        return p.Inference is { } inference
            ? $"If {Join(p.Statements)} {(p.Statements.Length == 1 ? "is" : "are")} read as {inference.Reading} (so read by {inference.By}), {requires}."
            : $"{requires} (stated: {Join(p.Statements, ", ", ", ")}).";
    }

    /// <summary>The precondition without its basis, such as "A requires a halt before talks".</summary>
    public static string Requirement(Precondition p, Case @case)
    {
        var relation = p.Relation switch
        {
            PreconditionRelation.Before => "before",
            PreconditionRelation.TogetherWith => "together with",
            _ => "in return for",
        };
        return $"{NameOf(p.Actor, @case)} requires {@case.Talks.NameOf(p.Requires)} {relation} {@case.Talks.NameOf(p.For)}";
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

    /// <summary>The name of a party, or its id where it has none.</summary>
    public static string NameOf(PartyId id, Case @case) => @case.Parties.FirstOrDefault(p => p.Id == id)?.Name ?? id.Value;

    /// <summary>Ids as "S1, S2 and S3".</summary>
    public static string Join(ImmutableArray<StatementId> ids, string separator = ", ", string last = " and ") => ids.Length switch
    {
        0 => "",
        1 => ids[0].Value,
        _ => string.Join(separator, ids[..^1]) + last + ids[^1],
    };
}
