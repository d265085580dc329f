using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Model;
using Holdfire.Tallies;

namespace Holdfire.Queries;

/// <summary>Tallies for a reader.</summary>
internal static class TallyTable
{
    /// <summary>A row each; columns in which no row says anything are left out.</summary>
    public static AnswerTable Of(IEnumerable<TallyRowAnswer> rows) => new AnswerTable(
        ["area", "alleged actor", "act", "events", "then", "", "sums", "counted", "killed", "injured"],
        [
            .. rows.Select(r => (ImmutableArray<string>)
            [
                r.Area ?? "no one area", r.Actor ?? "not named or in dispute", r.Act ?? "", Bounds(r.Now.Events), r.Then is { } then ? Bounds(then.Events) : "", Change(r.Change),
                r.Now.Sums == 0 ? "" : r.Now.Sums.ToString(CultureInfo.InvariantCulture), Numbers(r.Now), Harmed(r.Now, HarmKind.Killed), Harmed(r.Now, HarmKind.Injured),
            ]),
        ]);

    /// <summary>What is known of the change, in a word.</summary>
    public static string Change(SpanChange? change) => change is { } c ? Texts.Words(c) : "";

    /// <summary>Bounds such as 3 or 3–5.</summary>
    public static string Bounds(CountBounds bounds) => Texts.Bounds(bounds.Min, bounds.Max);

    /// <summary>The numbers that say more than how many events there are: <c>12 launched</c>.</summary>
    public static string Numbers(TallyAnswer tally) => string.Join("; ", tally.Numbers.Select(n =>
        $"{Texts.Bounds(n.Min, n.Max)} {(n.Measure == Measure.Occurred ? n.Unit.Value : n.Unit == CountUnit.Item ? Texts.Words(n.Measure) : $"{n.Unit.Value} {Texts.Words(n.Measure)}")}"));

    /// <summary>People harmed, by group: <c>2–3 civilians, 1 military</c>; empty where nothing is said.</summary>
    public static string Harmed(TallyAnswer tally, HarmKind kind) => string.Join(", ", tally.Harm.Where(h => h.Kind == kind)
        .Select(h => $"{Texts.Bounds(h.Min, h.Max)} {(h.Of == HarmGroup.Unknown ? "of whom it is not said" : Texts.Words(h.Of))}"));
}
