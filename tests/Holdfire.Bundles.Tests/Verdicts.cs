using Holdfire.Record;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

/// <summary>What both verifiers say of forged bundles.</summary>
internal static class Verdicts
{
    /// <summary>What speaks against a bundle, or null. The figure is recomputed in a process of its own, and only where all else holds.</summary>
    public static string? Ours(SampleRecord record, byte[] bundle)
    {
        try
        {
            BundleVerifier.Verify(bundle, BundleTrust.None, new BundleChecks());
        }
        catch (RecordException e)
        {
            return e.Message;
        }

        var (code, _, error) = record.Verify(bundle);
        return code == 0 ? null : error[(error.IndexOf(".zip: ", StringComparison.Ordinal) + ".zip: ".Length)..];
    }

    /// <summary>Both refuse every one of the bundles, and say that the same file of it is wrong.</summary>
    public static void RefusedByBoth(SampleRecord record, IReadOnlyList<(string What, byte[] Bundle)> bundles, bool sameFile = true)
    {
        var answers = JavaScriptVerifier.Verify([.. bundles.Select(b => b.Bundle)]);
        for (var i = 0; i < bundles.Count; i++)
        {
            var ours = Ours(record, bundles[i].Bundle);
            Assert.True(ours is not null, $"{bundles[i].What}: not refused by the command line");
            Assert.False(answers[i].Ok, $"{bundles[i].What}: not refused in JavaScript; {ours}");
            if (sameFile)
            {
                Assert.True(Where(ours) == Where(answers[i].Fault!), $"{bundles[i].What}: '{ours}' and '{answers[i].Fault}'");
            }
        }
    }

    private static string Where(string fault) => fault[..fault.IndexOf(": ", StringComparison.Ordinal)];
}
