namespace Holdfire.Record.Bundles;

/// <summary>The verdicts on bundles in words.</summary>
public static class BundleVerdicts
{
    /// <summary>The verdict on a bundle in which nothing is wrong.</summary>
    /// <param name="bundle">What it is for, and whether it holds every entry and the contents that answers go by.</param>
    /// <param name="recomputed">Whether its figure was recomputed and found the same; of no account for a report.</param>
    public static BundleVerdict Of(BundleContents bundle, bool recomputed) =>
        bundle.Manifest.Purpose.Command is null ? (bundle.Manifest.Whole ? BundleVerdict.HoldsReport : BundleVerdict.InRecord)
        : (recomputed, bundle.Manifest.Whole && bundle.Withheld == 0 && bundle.Sealed == 0) switch
        {
            (true, true) => BundleVerdict.Holds,
            (true, false) => BundleVerdict.AtLeast,
            (false, true) => BundleVerdict.NotRecomputed,
            _ => BundleVerdict.NotRecomputedInPart,
        };

    /// <summary>The one line that says what a bundle shows, and how much it is without: by the registrar's word, or since it is protected.</summary>
    public static string Headline(BundleVerdict verdict, BundleChecks checks)
    {
        var aside = checks.All.Count(c => c.Check == BundleChecks.SetAside);
        return verdict == BundleVerdict.Refused ? Headline(verdict) : string.Concat(
            verdict == BundleVerdict.HoldsReport && checks.WithheldContents > 0 ? "The report is in the record, as signed, and every entry is here." : Headline(verdict),
            aside > 0 ? FormattableString.Invariant($" Set aside by the registrar, and not in it: {aside}, each named above.") : "",
            checks.WithheldContents > 0 ? FormattableString.Invariant($" Protected contents that are not in it: {checks.WithheldContents}, each named above.") : "");
    }

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
