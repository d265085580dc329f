using System.Text;
using System.Text.Json;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

/// <summary>Answers that hang on how the record fuses reports: by its pins and its own last set, which come with the bundle.</summary>
public sealed class OwnParametersTests(OwnParametersRecord record) : IClassFixture<OwnParametersRecord>
{
    [Theory]
    [InlineData("assess")]
    public void Figure_OfARecordWithItsOwnSet_IsWhatTheCommandPrints(string query)
    {
        var words = query.Split(' ');
        var bundle = record.Bundle(["--", .. words]);
        var figure = Encoding.UTF8.GetString(OpenBundle.Of(bundle)[BundleFiles.Figure]);
        Assert.Contains("\"parameters\": \"last\"", figure, StringComparison.Ordinal);
        Assert.Equal(record.Answer(words), figure);
        Assert.Null(InProcess.Verify(bundle));
        var answer = JavaScriptVerifier.Verify(bundle)[0];
        Assert.True(answer.Ok, answer.Fault);
        Assert.Contains(("figure", "not checked", $"the figure: {words[0]} is not recomputed by this program"), answer.Rows);
    }

    [Fact]
    public void Set_ChangedOrLeftOut_IsCaught()
    {
        var bundle = OpenBundle.Of(record.Bundle("--", "assess"));
        var sets = bundle.Files.Where(f => f.Name.StartsWith("attachments/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, sets.Length);
        Verdicts.RefusedByBoth([.. sets.Select(s => (s.Name, bundle.With(s.Name, [.. s.Bytes, (byte)'\n']).Resealed().Zip()))]);

        var last = sets.Single(s => Encoding.UTF8.GetString(s.Bytes).Contains("\"last\"", StringComparison.Ordinal)).Name;
        var without = bundle.Without(last).Resealed().Zip();
        Assert.Contains($"expected its set of parameters, the attachment {last["attachments/".Length..]}", InProcess.Verify(without), StringComparison.Ordinal);
        Assert.Contains(JavaScriptVerifier.Verify(without)[0].Rows, r => r is { Result: "not checked", Detail: "the attachment itself is not in the bundle" });
    }

    [Fact]
    public void Bundle_OfAReport_HoldsItsPins()
    {
        var files = BundleZip.Read(record.Bundle("--report", "vel-staff-005"));
        Assert.False(BundleManifest.Read(files[BundleFiles.Manifest]).Whole);
        Assert.Contains(files.Values, f => Encoding.UTF8.GetString(f.Span).Contains("the same crater", StringComparison.Ordinal));
    }
}
