using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>How many of a group were killed or injured in an event, by the reports on it that stand.</summary>
/// <param name="Kind">Killed or injured.</param>
/// <param name="Of">Which people.</param>
/// <param name="Min">The least that a report says, from 0.</param>
/// <param name="Max">The most that a report says; null for no upper limit.</param>
public sealed record HarmAnswer(HarmKind Kind, HarmGroup Of, long Min, long? Max)
{
    /// <summary>In words: <c>2–3 civilians killed</c>.</summary>
    internal static string Words(HarmAnswer harm) =>
        $"{Texts.Bounds(harm.Min, harm.Max)} {(harm.Of == HarmGroup.Unknown ? "people of whom it is not said whether civilians" : Texts.Words(harm.Of))} {Texts.Words(harm.Kind)}";

    /// <summary>The harm of an event; empty where no report speaks of any.</summary>
    /// <param name="reports">The reports on it.</param>
    /// <param name="case">The case, whose corrections say which of them stand.</param>
    public static ImmutableArray<HarmAnswer> OfEvent(ImmutableArray<Report> reports, Case @case) =>
        [.. EventHarm.Of(reports, @case.Corrections.Select(c => c.Report).ToHashSet()).Select(h => new HarmAnswer(h.Kind, h.Group, h.Range.Min, h.Range.Max))];
}
