namespace Holdfire.Bundles.Tests;

/// <summary>What both verifiers say of forged bundles.</summary>
internal static class Verdicts
{
    /// <summary>Both refuse every one of the bundles, and say that the same file of it is wrong; gives what the command line says.</summary>
    public static IReadOnlyList<string> RefusedByBoth(IReadOnlyList<(string What, byte[] Bundle)> bundles, bool sameFile = true)
    {
        var answers = JavaScriptVerifier.Verify([.. bundles.Select(b => b.Bundle)]);
        var faults = new List<string>();
        for (var i = 0; i < bundles.Count; i++)
        {
            var ours = InProcess.Verify(bundles[i].Bundle);
            Assert.True(ours is not null, $"{bundles[i].What}: not refused by the command line");
            Assert.False(answers[i].Ok, $"{bundles[i].What}: not refused in JavaScript; {ours}");
            if (sameFile)
            {
                Assert.True(Where(ours) == Where(answers[i].Error!), $"{bundles[i].What}: '{ours}' and '{answers[i].Error}'");
            }

            faults.Add(ours);
        }

        return faults;
    }

    private static string Where(string fault) => fault[..fault.IndexOf(": ", StringComparison.Ordinal)];
}
