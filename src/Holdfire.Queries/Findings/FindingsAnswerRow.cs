using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Acts;
using Holdfire.Findings;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>One event or claim under one truce.</summary>
public sealed record FindingsAnswerRow
{
    /// <summary>The id of the event or claim.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the truce.</summary>
    public required string Truce { get; init; }

    /// <summary>The prohibition that holds it most.</summary>
    public required string Prohibition { get; init; }

    /// <summary>Whether it is inside the terms, outside them, or cannot be placed.</summary>
    public Placement Placement { get; init; }

    /// <summary>The limits that decided the placement.</summary>
    public ImmutableArray<TermLimit> Limits { get; init; }

    /// <summary>The standard of proof.</summary>
    public StandardOfProof Standard { get; init; }

    /// <summary>What is said of who did it.</summary>
    public Attribution Attribution { get; init; }

    /// <summary>The parties named as having done it.</summary>
    public ImmutableArray<string> Actors { get; init; }

    /// <summary>The narrowest act that holds all that is left possible.</summary>
    public required string Act { get; init; }

    /// <summary>What it was aimed at.</summary>
    public TargetKind Target { get; init; }

    /// <summary>The earliest time left possible; null for an open start.</summary>
    public Instant? From { get; init; }

    /// <summary>The latest time left possible; null for an open end.</summary>
    public Instant? To { get; init; }

    /// <summary>The codes of the areas in the union of which it lies; empty where none is given.</summary>
    public ImmutableArray<string> Areas { get; init; }

    /// <summary>Where, as a point with a radius; null where none is given.</summary>
    public PointAnswer? Point { get; init; }

    /// <summary>How many are left possible.</summary>
    public required CountBounds Count { get; init; }

    /// <summary>Whether it sums more than one event.</summary>
    public bool Aggregate { get; init; }

    /// <summary>Killed and injured, by civilians, military and those of whom it is not said, by the reports that stand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<HarmAnswer>? Harm { get; init; }

    /// <summary>The ids of the reports about it, whether they still stand or not.</summary>
    public ImmutableArray<string> Reports { get; init; }

    /// <summary>The origins that affirm it and do not depend on each other.</summary>
    public ImmutableArray<string> Origins { get; init; }

    /// <summary>Each limit of the terms, with how the event lies to it.</summary>
    public ImmutableArray<TermStepAnswer> Steps { get; init; }

    /// <summary>Of a sum: what single events bear out, by claim and standard; none where nothing is.</summary>
    public ImmutableArray<SumSupportAnswer> Sums { get; init; }

    /// <summary>The rules on the standard of proof that fired.</summary>
    public ImmutableArray<FiredRuleAnswer> Rules { get; init; }

    /// <summary>The rule on attribution that counted; null where nothing stands.</summary>
    public FiredRuleAnswer? AttributionRule { get; init; }

    /// <summary>The ids of pins that name its reports.</summary>
    public ImmutableArray<string> Pins { get; init; }

    /// <summary>What the terms leave open.</summary>
    public ImmutableArray<TermNoteAnswer> Notes { get; init; }

    /// <summary>From a finding.</summary>
    public static FindingsAnswerRow Of(Finding f, Case @case) => new()
    {
        Id = f.Subject.Id,
        Truce = f.Truce.Value,
        Prohibition = f.Prohibition,
        Placement = f.Placement,
        Limits = [.. f.Deciding.Select(s => s.Limit)],
        Standard = f.Ladder.Standard,
        Attribution = f.Ladder.Attribution,
        Actors = [.. f.Subject.Actors.Select(a => a.Value)],
        Act = f.Subject.Act.Value,
        Target = f.Subject.Target,
        From = f.Subject.Window.HasStart ? f.Subject.Window.Start : null,
        To = f.Subject.Window.HasEnd ? f.Subject.Window.End : null,
        Areas = [.. f.Subject.Areas.Select(a => a.Value)],
        Point = PointAnswer.Of(f.Subject.Point),
        Count = CountBounds.Of(f.Subject.Count),
        Aggregate = f.Subject.IsAggregate,
        Harm = HarmAnswer.OfEvent(f.Subject.Reports, @case),
        Reports = [.. f.Subject.Reports.Select(r => r.Id.Value)],
        Origins = [.. f.Ladder.Origins],
        Steps = [.. f.Steps.Select(TermStepAnswer.Of)],
        Sums = [.. f.Subject.Sums.Where(s => !s.IsNone).Select(SumSupportAnswer.Of)],
        Rules = [.. f.Ladder.StandardRules.Select(FiredRuleAnswer.Of)],
        AttributionRule = f.Ladder.AttributionRule is { } who ? FiredRuleAnswer.Of(who) : null,
        Pins = [.. PinTexts.On(@case, f.Subject.Reports).Select(p => p.Id)],
        Notes = [.. f.Notes.Select(n => new TermNoteAnswer(n.Rule, n.Text))],
    };
}
