namespace Holdfire.Record.Bundles;

/// <summary>What was checked of a bundle, in order.</summary>
public sealed class BundleChecks
{
    /// <summary>The check that names what the registrar left out of the case.</summary>
    public const string SetAside = "set aside";

    private readonly List<BundleCheck> all = [];

    /// <summary>All of it.</summary>
    public IReadOnlyList<BundleCheck> All => all;

    /// <summary>Something was checked and holds.</summary>
    public void Ok(string check, string detail) => all.Add(new BundleCheck(check, BundleResult.Ok, detail));

    /// <summary>Something was not checked.</summary>
    public void NotChecked(string check, string detail) => all.Add(new BundleCheck(check, BundleResult.NotChecked, detail));

    /// <summary>Something that the verifier asked for is not shown.</summary>
    public void NotMet(string check, string detail) => all.Add(new BundleCheck(check, BundleResult.NotMet, detail));

    /// <summary>Something is wrong: the bundle is refused.</summary>
    public void Refuse(Fault fault) => all.Add(new BundleCheck(fault.Where, BundleResult.Wrong, fault.What));

    internal static RecordException Wrong(string where, string what) => new(new Fault(where, what));
}
