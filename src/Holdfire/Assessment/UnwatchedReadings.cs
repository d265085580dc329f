namespace Holdfire.Assessment;

/// <summary>What a line comes to under both readings of the hours that nobody watched.</summary>
/// <param name="Quiet">The interval if they were quiet.</param>
/// <param name="AtBaseline">The interval if they were at the rate before.</param>
/// <param name="IfQuiet">The verdict if they were quiet.</param>
/// <param name="IfBaseline">The verdict if they were at the rate before.</param>
/// <param name="Detectable">The detectable ratio over the watched hours.</param>
internal sealed record UnwatchedReadings(
    RatioInterval? Quiet, RatioInterval? AtBaseline, Verdict IfQuiet, Verdict IfBaseline, double? Detectable)
{
    /// <summary>The verdict on which both agree, else that nothing can be said.</summary>
    public Verdict Agreed => IfQuiet == IfBaseline ? IfQuiet : Verdict.CannotSay;

    /// <summary>The interval that holds both, or null where there is none.</summary>
    public RatioInterval? Both => Quiet is { } a && AtBaseline is { } b
        ? new RatioInterval(
            Math.Min(a.Low, b.Low), a.High is { } x && b.High is { } y ? Math.Max(x, y) : null)
        : null;

    /// <summary>Both readings.</summary>
    /// <param name="before">The time before.</param>
    /// <param name="during">The truce.</param>
    /// <param name="dispersion">How much daily counts vary.</param>
    /// <param name="table">The limits.</param>
    public static UnwatchedReadings Of(ClaimedPeriod before, ClaimedPeriod during, DispersionEstimate dispersion, VerdictTable table)
    {
        var days = during.Days + during.UnwatchedDays;
        var evidence = new RateEvidence(before.Min, before.Max, before.DataDays, during.Min, during.Max, days);
        var perDay = before.Days > 0 ? during.UnwatchedDays / before.Days : 0;
        var filled = evidence with
        {
            BaseDays = before.Days,
            DuringMin = during.Min + (before.Min * perDay), DuringMax = during.Max + (before.Max * perDay),
        };
        var detectable = DetectableChange.Ratio(
            before.Max is { } max ? (before.Min + max) / 2.0 : before.Min, before.Days, during.Days, dispersion);
        var (quiet, atBaseline) = (RatioEstimate.Over(evidence, dispersion), RatioEstimate.Over(filled, dispersion));
        return new UnwatchedReadings(
            quiet, atBaseline, table.Decide(before.Days, evidence.DuringMax, quiet, detectable),
            table.Decide(before.Days, filled.DuringMax, atBaseline, detectable), detectable);
    }
}
