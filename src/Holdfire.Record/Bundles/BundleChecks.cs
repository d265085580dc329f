namespace Holdfire.Record.Bundles;

/// <summary>What was checked of a bundle, in order.</summary>
public sealed class BundleChecks
{
    /// <summary>The check that names what the registrar left out of the case.</summary>
    public const string SetAside = "set aside";

    /// <summary>The check that says that protected contents are not in the bundle.</summary>
    public const string Withheld = "withheld";

    private readonly List<BundleCheck> all = [];

    /// <summary>All of it.</summary>
    public IReadOnlyList<BundleCheck> All => all;

    /// <summary>How many protected contents that answers go by are not in the bundle.</summary>
    public int WithheldContents { get; private set; }

    /// <summary>Something was checked and holds.</summary>
    public void Ok(string check, string detail) => all.Add(new BundleCheck(check, BundleResult.Ok, detail));

    /// <summary>Something was not checked.</summary>
    public void NotChecked(string check, string detail) => all.Add(new BundleCheck(check, BundleResult.NotChecked, detail));

    /// <summary>Something that the verifier asked for is not shown.</summary>
    public void NotMet(string check, string detail) => all.Add(new BundleCheck(check, BundleResult.NotMet, detail));

    /// <summary>So many protected contents that answers go by are not in the bundle.</summary>
    public void Withhold(int contents)
    {
        if (contents > 0)
        {
            WithheldContents = contents;
            NotChecked(Withheld, FormattableString.Invariant(
                $"{contents} protected contents that answers go by are not in the bundle: others may have been given them, and get other answers"));
        }
    }

    /// <summary>Something is wrong: the bundle is refused.</summary>
    public void Refuse(Error error) => all.Add(new BundleCheck(error.Where, BundleResult.Wrong, error.What));

    internal static RecordException Wrong(string where, string expected, string found) => new(RecordError.Invalid(where, expected, found));
}
