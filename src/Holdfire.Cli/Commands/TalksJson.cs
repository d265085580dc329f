using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Talks.Deadlocks;
using Holdfire.Time;

namespace Holdfire.Cli.Commands;

/// <summary>The JSON of the talks, documented in docs/json.md.</summary>
internal static class TalksJson
{
    public static object Item(TalksItem item) => new
    {
        item = item.Id.Value, kind = item.Kind.Value, item.Name, truce = item.Truce?.Value, item.Text,
    };

    public static object Position(Position p) => new
    {
        party = p.Party.Value, position = p.Kind, other_item = p.Other?.Value, entry = Entry(p.Entry),
    };

    public static object Entry(TalksEntry entry) => new
    {
        id = entry.Id.Value,
        when = Window(entry.When),
        statements = entry.Statements.Select(s => s.Value),
        inferred = entry.Inference is { } i ? new { i.By, i.Reading, i.Why } : null,
        supersedes = entry.Supersedes?.Value,
        entry.Text,
    };

    public static object? Window(TimeWindow? window) => window is null ? null : new
    {
        from = Texts.OfOptional(window.Extent.HasStart ? window.Extent.Start : null),
        to = Texts.OfOptional(window.Extent.HasEnd ? window.Extent.End : null),
        window.Precision,
        window.Zone,
    };

    public static object Precondition(Precondition p) => new
    {
        actor = p.Actor.Value, requires = p.Requires.Value, p.Relation, @for = p.For.Value, entry = Entry(p),
    };

    public static object Contradiction(TalksContradiction c, Case @case) => new
    {
        party = c.Claim.By.Value, item = c.Claim.Item.Value, claim = Entry(c.Claim), against = Precondition(c.Against), c.SameSpeaker,
        in_words = TalksWords.Of(c, @case),
    };

    public static object Analysis(DeadlockAnalysis found, Case @case) => new
    {
        with_inferred = found.WithInferred,
        deadlocks = found.Deadlocks.Select(d => new
        {
            items = d.Items.Select(i => i.Value),
            preconditions = d.Preconditions.Select(Precondition),
            cycles = d.Cycles.Select(c => new
            {
                items = c.Items.Select(i => i.Value), preconditions = c.Preconditions.Select(p => p.Id.Value), stated = c.IsStated,
                in_words = TalksWords.Of(c, @case),
            }),
            more_cycles = d.MoreCycles,
            drop = Ways(d.Drop),
            drop_or_weaken = Ways(d.DropOrWeaken),
            all_together = d.AllTogether.Select(p => p.Id.Value),
        }),
        locked = found.Locked.Select(i => i.Value),
        unlocking_sets = found.UnlockingSets.Select(s => s.Select(p => p.Id.Value)),
        more_unlocking_sets = found.MoreUnlockingSets,
        left_out = found.LeftOut.Select(p => p.Id.Value),
    };

    private static object Ways(WaysOut ways) => new
    {
        exact = ways.IsExact, least = ways.Least, most = ways.Most, count = ways.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        first = ways.First.Select(s => s.Select(c => new { precondition = c.Precondition.Id.Value, change = c.Kind })),
    };
}
