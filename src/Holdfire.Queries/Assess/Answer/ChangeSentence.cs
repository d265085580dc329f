using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>The second sentence: whether violence fell, by how much and over what.</summary>
public static class ChangeSentence
{
    private const int Most = 3;
    private const int MostOpen = 2;

    /// <summary>The sentence.</summary>
    public static string Of(ChangeFigures f)
    {
        if (f.Status == TruceStatus.NeverInForce || !f.HasBegun)
        {
            return "There is no time in force that could be compared with the time before.";
        }

        if (f.Lines == 0)
        {
            return f.IsWatched ? "Those who watched it report nothing of what it forbids, from before it or from its own time, so there is no change to tell of."
                : "No source here counts what it forbids, so whether violence fell cannot be told.";
        }

        return f.Told.IsEmpty
            ? $"Whether violence fell cannot be said: {(f.Lines == 1 ? "the 1 count" : $"none of the {Say.Number(f.Lines)} counts")} of what it forbids {(f.Lines == 1 ? "does not settle it" : "settles it")}{Open(f)}."
            : Say.Start(string.Join("; ", f.Told.Take(Most).Select(Line))) + Rest(f) + ".";
    }

    private static string Line(ChangeLineFigures line)
    {
        var what = line.Act + (line.Actor is null ? "" : $" by {line.Actor}");
        return line is { SilentUnits: { } silent, HeardUnits: { } heard, SilenceInTenThousand: { } chance } && silent == heard
            ? $"{what} stopped, as far as silence tells: no report by {line.Source} {On(heard, line.Unit)}, which comes by chance about {Times(chance)} in {Say.Number(10_000L)}"
            : $"{what} {Verb(line.RateVerdict)}, as counted by {line.Source}: {Counted(line)}{Likewise(line)}";
    }

    // Why, of the lines that speak for a prohibition.
    private static string Open(ChangeFigures f) => f.Open.IsEmpty ? ""
        : "; " + string.Join("; ", f.Open.Take(MostOpen).Select(l => $"as to {Say.Subject(l, inside: true)}, {l.Source} {Why(l)}"));

    private static string Why(ChangeLineFigures line) => line.WhyOpen switch
    {
        WhyOpen.TooFewBefore => line.UnitsBefore == 0 ? $"has no count of any single {Say.UnitName(line.Unit)} before it, so there is nothing to compare"
            : $"reports on no more than {Say.Units(line.UnitsBefore, line.Unit)} before it that could be compared",
        WhyOpen.Unwatched => $"counts {Counted(line)}, but of part of its time nothing is known",
        WhyOpen.CountingChanged => $"counts {Counted(line)}, but those killed and injured tell of another change, so most likely the counting changed",
        WhyOpen.OneOfMany => $"counts {Counted(line)}, but of so many counts one is likely to be as far off by chance",
        WhyOpen.Reporting => $"counts {Counted(line)}, but it may report otherwise than before",
        WhyOpen.TooWide => $"counts {Counted(line)}, which leaves room for more than one answer",
        _ => "reports nothing that could be compared",
    };

    private static string Verb(Verdict verdict) => verdict switch
    {
        Verdict.Held => "stopped",
        Verdict.LargelyHeld => "fell to a small part",
        Verdict.Reduced => "fell",
        Verdict.Worse => "rose",
        _ => "stayed much the same",
    };

    private static string On(int units, ReportingUnit unit) => units == 1 ? $"in the {Say.Units(1, unit)} of it" : $"on any of {Say.Units(units, unit)}";

    private static string Counted(ChangeLineFigures line) => line.NoneBefore ? $"{Say.Number(line.Counted)} in {Within(line)}, none in the {Say.Units(line.UnitsBefore, line.Unit)} before"
        : line.Expected is not { } expected ? $"{Say.Number(line.Counted)} in {Within(line)}"
        : $"{Say.Number(line.Counted)} in {Within(line)}, where {Say.Number(expected)} were to be expected{Interval(line.Ratio)}";

    private static string Interval(RatioBounds? ratio) => ratio is { } r ? $" ({Say.Range(r)})" : "";

    private static string Within(ChangeLineFigures line) => line.UnitsDuring == 0 ? "the hours of it that were watched" : Say.Units(line.UnitsDuring, line.Unit);

    // How often a fall like it comes without a truce.
    private static string Likewise(ChangeLineFigures line) =>
        line is { Windows: { } windows, AsLow: { } asLow, RateVerdict: Verdict.Held or Verdict.LargelyHeld or Verdict.Reduced }
            ? $"; of {Say.Count(windows, "earlier time", "earlier times")} of that length without a truce {(asLow == 0 ? "none was" : asLow == 1 ? "1 was" : $"{Say.Number(asLow)} were")} as low" : "";

    private static string Times(double count) => count == 1 ? "1 time" : $"{Say.Number(count)} times";

    private static string Rest(ChangeFigures f) => f.CannotSay == 0 ? ""
        : $"; {Say.Number(f.CannotSay)} of {Say.Number(f.Lines)} counts {(f.CannotSay == 1 ? "does" : "do")} not settle it";
}
