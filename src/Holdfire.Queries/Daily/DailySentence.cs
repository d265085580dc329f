using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>The first sentences of a daily report. Every number in them is in the answer.</summary>
internal static class DailySentence
{
    /// <summary>What is reported, and who was watching: no report is never called no event.</summary>
    /// <param name="now">What is reported of the day.</param>
    /// <param name="stated">How many numbers in statements may be about some of the day.</param>
    /// <param name="watch">Who was watching.</param>
    /// <param name="zeros">How many reports say that there was nothing of a kind.</param>
    public static string Of(TallyAnswer now, int stated, DailyWatchAnswer watch, int zeros)
    {
        var watched = Said(stated) + Watched(watch);
        if (now is { Events.Max: 0, Sums: 0 })
        {
            var none = zeros == 0 ? "" : zeros == 1 ? " One report says that there was none of a kind." : FormattableString.Invariant($" {zeros} reports say that there were none of a kind.");
            return $"No reports of events.{none} {watched}";
        }

        var sums = now.Sums == 0 ? "" : now.Sums == 1 ? " One claim sums further events or the same." : FormattableString.Invariant($" {now.Sums} claims sum further events or the same.");
        return $"{Events(now)} {(Is(now) ? "is" : "are")} reported.{sums} Killed: {Harmed(now, HarmKind.Killed)}. Injured: {Harmed(now, HarmKind.Injured)}. {watched}";
    }

    /// <summary>People harmed, by group; or that no report speaks of any, which is not to say that there were none.</summary>
    public static string Harmed(TallyAnswer tally, HarmKind kind) =>
        TallyTable.Harmed(tally, kind) is { Length: > 0 } said ? said : "no report says";

    private static string Said(int stated) => stated == 0 ? ""
        : stated == 1 ? "One number in a statement may be about the day. " : FormattableString.Invariant($"{stated} numbers in statements may be about the day. ");

    private static bool Is(TallyAnswer now) => now.Events is { Max: 0 } or { Min: 1, Max: 1 };

    private static string Events(TallyAnswer now) => now.Events switch
    {
        { Max: 0 } => "No single event",
        { Min: 1, Max: 1 } => "1 event",
        { Min: var min, Max: var max } when min == max => FormattableString.Invariant($"{min} events"),
        _ => $"{TallyTable.Bounds(now.Events)} events",
    };

    private static string Watched(DailyWatchAnswer watch) => watch.Watched == 0
        ? "Nobody is known to have been watching: silence says nothing."
        : $"Somebody was watching somewhere in {Texts.Hours(watch.Watched)} of {Texts.Hours(watch.Hours)} hours.";
}
