namespace Holdfire.Record.Bundles;

/// <summary>The verdicts on bundles in words.</summary>
public static class BundleVerdicts
{
    /// <summary>The verdict on a bundle in which nothing is wrong.</summary>
    /// <param name="manifest">What it is for and whether it holds every entry.</param>
    /// <param name="recomputed">Whether its figure was recomputed and found the same; of no account for a report.</param>
    public static BundleVerdict Of(BundleManifest manifest, bool recomputed) => (manifest.Purpose.Command, recomputed, manifest.Whole) switch
    {
        (null, _, true) => BundleVerdict.HoldsReport,
        (null, _, false) => BundleVerdict.InRecord,
        (_, true, true) => BundleVerdict.Holds,
        (_, true, false) => BundleVerdict.AtLeast,
        (_, false, true) => BundleVerdict.NotRecomputed,
        _ => BundleVerdict.NotRecomputedInPart,
    };

    /// <summary>The one line that says what a bundle shows, and how many entries it is without by the registrar's word.</summary>
    public static string Headline(BundleVerdict verdict, BundleChecks checks) =>
        checks.All.Count(c => c.Check == BundleChecks.SetAside) is > 0 and var aside && verdict != BundleVerdict.Refused
            ? FormattableString.Invariant($"{Headline(verdict)} Set aside by the registrar, and not in it: {aside}, each named above.")
            : Headline(verdict);

    private static string Headline(BundleVerdict verdict) => verdict switch
    {
        BundleVerdict.Holds => "The bundle holds: signed, complete, and its figure recomputed.",
        BundleVerdict.HoldsReport => "The bundle holds: signed and complete.",
        BundleVerdict.InRecord => "The report is in the record, as signed. Later entries that change it may be missing.",
        BundleVerdict.AtLeast => "At least: entries may be missing. The figure follows from the entries that are here.",
        BundleVerdict.NotRecomputed => "Signed and complete; the figure was NOT recomputed here.",
        BundleVerdict.NotRecomputedInPart => "Signed; the figure was NOT recomputed here, and entries may be missing.",
        BundleVerdict.NotVouched => "Nothing was found altered, but what you gave to check against does not vouch for the bundle: see 'not met'.",
        _ => "The bundle is refused.",
    };
}
