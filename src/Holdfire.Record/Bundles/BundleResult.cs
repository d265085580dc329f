namespace Holdfire.Record.Bundles;

/// <summary>What came of a check.</summary>
public enum BundleResult
{
    /// <summary>It was checked and holds.</summary>
    Ok,

    /// <summary>It was not checked, or cannot be shown by this bundle.</summary>
    NotChecked,

    /// <summary>It was asked for by whoever verifies and is not shown, though nothing need have been altered.</summary>
    NotMet,

    /// <summary>It is wrong: the bundle is refused.</summary>
    Wrong,
}
