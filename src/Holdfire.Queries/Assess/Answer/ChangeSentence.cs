using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>The second sentence: whether violence fell, by how much and over what.</summary>
public static class ChangeSentence
{
    private const int Most = 3;

    /// <summary>The sentence.</summary>
    public static string Of(ChangeFigures f)
    {
        if (f.Status == TruceStatus.NeverInForce || !f.HasBegun)
        {
            return "There is no time in force that could be compared with the time before.";
        }

        if (f.Lines == 0)
        {
            return "No source here counts what it forbids, so whether violence fell cannot be told.";
        }

        return f.Told.IsEmpty
            ? $"Whether violence fell cannot be said: {(f.Lines == 1 ? "the 1 count" : $"none of the {Say.Number(f.Lines)} counts")} of what it forbids {(f.Lines == 1 ? "does not settle it" : "settles it")}."
            : Say.Start(string.Join("; ", f.Told.Take(Most).Select(Line))) + Rest(f) + ".";
    }

    private static string Line(ChangeLineFigures line)
    {
        var what = line.Act + (line.Actor is null ? "" : $" by {line.Actor}");
        return line is { SilentUnits: { } silent, HeardUnits: { } heard, SilenceInTenThousand: { } chance } && silent == heard
            ? $"{what} stopped, as far as silence tells: no report by {line.Source} {On(heard, line.Unit)}, which comes by chance about {Times(chance)} in {Say.Number(10_000L)}"
            : $"{what} {Verb(line.RateVerdict)}, as {line.Source} counts them: {Counted(line)}{Likewise(line)}";
    }

    private static string Verb(Verdict verdict) => verdict switch
    {
        Verdict.Held => "stopped",
        Verdict.LargelyHeld => "fell to a small part",
        Verdict.Reduced => "fell",
        Verdict.Worse => "rose",
        _ => "stayed much the same",
    };

    private static string On(int units, ReportingUnit unit) => units == 1 ? $"in the {Name(1, unit)} of it" : $"on any of {Name(units, unit)}";

    private static string Name(int units, ReportingUnit unit) => unit switch
    {
        ReportingUnit.Night => Say.Count(units, "night", "nights"),
        ReportingUnit.Week => Say.Count(units, "week", "weeks"),
        _ => Say.Count(units, "day", "days"),
    };

    private static string Counted(ChangeLineFigures line) => line.Expected is not { } expected ? $"{Say.Number(line.Counted)} in {Name(line.UnitsDuring, line.Unit)}"
        : $"{Say.Number(line.Counted)} in {Name(line.UnitsDuring, line.Unit)}, where {Say.Number(expected)} were to be expected{Interval(line.Ratio)}";

    private static string Interval(RatioBounds? ratio) => ratio is not { } r ? ""
        : r.High is { } high ? $" ({Say.Number(r.Low)} to {Say.Number(high)} times as many)" : $" ({Say.Number(r.Low)} times as many or more)";

    // How often a fall like it comes without a truce.
    private static string Likewise(ChangeLineFigures line) =>
        line is { AsLowInHundred: { } share, RateVerdict: Verdict.Held or Verdict.LargelyHeld or Verdict.Reduced }
            ? $"; without a truce about {Say.Number(share)} in {Say.Number(100L)} times of that length were as low" : "";

    private static string Times(double count) => count == 1 ? "1 time" : $"{Say.Number(count)} times";

    private static string Rest(ChangeFigures f) => f.CannotSay == 0 ? ""
        : $"; {Say.Number(f.CannotSay)} of {Say.Number(f.Lines)} counts do not settle it";
}
