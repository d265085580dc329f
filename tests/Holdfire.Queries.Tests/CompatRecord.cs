using System.Collections.Immutable;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Bundles;
using Holdfire.Views;

namespace Holdfire.Queries.Tests;

/// <summary>The record kept from an earlier version, and the queries of its bundles.</summary>
internal static class CompatRecord
{
    private static readonly string Folder = Path.Combine(BuiltInCases.Root, "tests", "compat");

    private static readonly Lazy<CaseView> Loaded = new(() =>
    {
        var bundle = Open("whole");
        var load = BundleCase.Load(bundle);
        Assert.Empty(load.Errors);
        return new CaseView(load.Case!, new ViewCoordinates(RecordedAt: new RecordedAt(bundle.Manifest.Size)));
    });

    /// <summary>The case that the whole record holds.</summary>
    public static CaseView Load() => Loaded.Value;

    /// <summary>The options of the query that a bundle was made for.</summary>
    public static ImmutableArray<string> ArgumentsOf(string query) => Open(query).Manifest.Purpose.Arguments;

    private static BundleContents Open(string name) =>
        BundleVerifier.Verify(File.ReadAllBytes(Path.Combine(Folder, "bundles", $"{name}.zip")), BundleTrust.None, new BundleChecks());
}
