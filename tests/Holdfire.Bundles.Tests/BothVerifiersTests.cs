using System.Collections.Immutable;
using System.Text;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

public sealed class BothVerifiersTests(SampleRecord record) : IClassFixture<SampleRecord>
{
    [Fact]
    public void Report_OfSomeEntries_HoldsForBoth()
    {
        var entries = new BundleSelection(record.Stored(), e => e.Content).OfReport("R3");
        var bundle = BundleWriter.Make(record.Log, BundlePurpose.OfReport("R3"), entries, default);
        BundleVerifier.Verify(bundle, BundleTrust.None, out var checks);
        Assert.Contains(checks, c => c.Check == "completeness" && c.Result == BundleResult.NotChecked);
        var answer = Assert.Single(JavaScriptVerifier.Verify(bundle));
        Assert.True(answer.Ok, answer.Fault);
        File.WriteAllBytes("/tmp/b-report.zip", bundle);
    }

    [Theory]
    [InlineData("total")]
    [InlineData("day")]
    public void Counts_OfTheWholeLog_HoldForBoth(string by)
    {
        string[] arguments = ["--side", "NN", "--act", "attack.air", "--measure", "launched", "--from", "2031-03-09", "--to", "2031-03-13", "--by", by];
        var (code, figure, error) = Programs.Holdfire(["counts", "--case", record.CaseFolder, .. arguments, "--format", "json"]);
        Assert.True(code == 0, error);
        var bundle = BundleWriter.Make(record.Log, BundlePurpose.OfQuery("counts", [.. arguments]), null, Encoding.UTF8.GetBytes(figure));
        File.WriteAllBytes($"/tmp/b-{by}.zip", bundle);
        BundleVerifier.Verify(bundle, BundleTrust.None, out var checks);
        var answer = Assert.Single(JavaScriptVerifier.Verify(bundle));
        Assert.True(answer.Ok, answer.Fault);
    }
}
