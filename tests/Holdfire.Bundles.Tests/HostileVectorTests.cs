namespace Holdfire.Bundles.Tests;

/// <summary>One list of hostile bundles, for the command line and for the JavaScript verifier.</summary>
public sealed class HostileVectorTests
{
    [Fact]
    public void EveryVector_GetsItsCodeFromBoth()
    {
        var vectors = HostileVectors.All().ToArray();
        var answers = JavaScriptVerifier.Verify([.. vectors.Select(v => v.Bundle)]);
        var wrong = new List<string>();
        foreach (var ((name, expected, bundle), theirs) in vectors.Zip(answers))
        {
            var (code, fault) = InProcess.Look(bundle);
            var stumbled = theirs.Fault?.Contains("could not be checked", StringComparison.Ordinal) == true;
            if (code != expected || theirs.Code != expected || stumbled)
            {
                wrong.Add($"{name}: expected {expected}, found {code} ({fault}) and {theirs.Code} ({theirs.Fault ?? theirs.Rows[^1].Detail})");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {vectors.Length}:\n{string.Join('\n', wrong)}");
        Assert.True(vectors.Length > 250);
    }
}
