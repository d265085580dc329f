using System.Text;
using System.Text.Json;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

/// <summary>Answers that hang on how the record fuses reports: by its pins and its own last set, which come with the bundle.</summary>
public sealed class OwnParametersTests(OwnParametersRecord record) : IClassFixture<OwnParametersRecord>
{
    [Theory]
    [InlineData("assess --standard corroborated")]
    [InlineData("incidents --act attack --from 2031-03-01 --to 2031-03-20")]
    [InlineData("findings")]
    [InlineData("findings --standard disputed --area X-VEL-NORTH --side VEL")]
    public void Figure_OfARecordWithItsOwnSet_IsWhatTheCommandPrints(string query)
    {
        var words = query.Split(' ');
        var bundle = record.Bundle(["--", .. words]);
        var figure = Encoding.UTF8.GetString(OpenBundle.Of(bundle)[BundleFiles.Figure]);
        Assert.Contains("\"parameters\": \"last\"", figure, StringComparison.Ordinal);
        Assert.Equal(record.Answer(words), figure);
        Assert.Null(InProcess.Verify(bundle));
        var answer = JavaScriptVerifier.Verify(bundle)[0];
        Assert.True(answer.Ok, answer.Error);
        Assert.Equal(("not_recomputed", 8), (answer.Verdict, answer.Code));
        Assert.Contains(("figure", "not checked", $"NOT recomputed here: {words[0]} is not recomputed by this program"), answer.Rows);
    }

    [Fact]
    public void Incidents_ThatAPinHoldsApart_AreApart()
    {
        using var figure = JsonDocument.Parse(OpenBundle.Of(record.Bundle("--", "incidents"))[BundleFiles.Figure]);
        var incidents = figure.RootElement.GetProperty("incidents").EnumerateArray()
            .Select(i => i.GetProperty("reports").EnumerateArray().Select(r => r.GetString()).ToArray()).ToArray();
        Assert.Contains(incidents, i => i.Contains("commission-camera-002"));
        Assert.DoesNotContain(incidents, i => i.Contains("commission-camera-002") && i.Contains("east-desk-004"));
    }

    [Theory]
    [InlineData("findings", "\"standard\": \"alleged\"", "\"standard\": \"verified\"")]
    [InlineData("findings", "\"rule\": \"", "\"rule\": \"X")]
    [InlineData("findings", "\"parameters\": \"last\"", "\"parameters\": \"first\"")]
    [InlineData("incidents", "\"vel-staff-005\"", "\"vel-staff-006\"")]
    public void Figure_ChangedAndSealedAnew_IsRefused(string command, string part, string other)
    {
        var bundle = OpenBundle.Of(record.Bundle("--", command));
        var figure = Encoding.UTF8.GetString(bundle[BundleFiles.Figure]);
        var at = figure.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, part);
        var forged = bundle.With(BundleFiles.Figure, Encoding.UTF8.GetBytes(figure[..at] + other + figure[(at + part.Length)..])).Resealed();
        Assert.StartsWith("figure.json: expected the answer that the entries give, found another", InProcess.Verify(forged.Zip()), StringComparison.Ordinal);
    }

    [Fact]
    public void Set_ChangedOrLeftOut_IsCaught()
    {
        var bundle = OpenBundle.Of(record.Bundle("--", "findings"));
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
        var files = BundleZip.Read(record.Bundle("--report", "east-desk-004"));
        Assert.False(BundleManifest.Read(files[BundleFiles.Manifest]).Whole);
        Assert.Contains(files.Values, f => Encoding.UTF8.GetString(f.Span).Contains("two craters", StringComparison.Ordinal));
    }
}
