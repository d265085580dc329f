using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>Whether it went on as before, as one who stands by counts: though by how much it changed cannot be said.</summary>
/// <remarks>
/// To say how much it changed takes an interval within a half and two, which a week of a restless war never has. That it did not stop
/// takes less: claims in more than half of the units for certain, by a source that speaks for no party and counts what it sees or
/// hears itself; a size that neither comparison puts below the limit of "reduced"; and an interval that excludes "largely held".
/// </remarks>
internal static class Unabated
{
    private const double MostUnits = 0.5;

    /// <summary>Whether it went on.</summary>
    /// <param name="source">Who counts.</param>
    /// <param name="judged">What the line comes to.</param>
    /// <param name="table">The limits.</param>
    public static bool Of(Source source, Judgement judged, VerdictTable table) =>
        source is { Party: null, Kind: SourceKind.Monitor or SourceKind.Observer or SourceKind.Sensor }
        && judged is { Verdict: Verdict.CannotSay, Severity: not { CountingChanged: true }, Course.ShareLow: > MostUnits, Comparison: { Unknown: 0 } c }
        && c.UnitsBefore >= table.MinimumBaselineDays
        && Math.Min(c.Point, c.Plain) >= table.ReducedBelow
        && c.IfQuiet.Low > table.LargelyHeldBelow;
}
