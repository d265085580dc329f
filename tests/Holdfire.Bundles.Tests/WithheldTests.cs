using System.Text.Json;

namespace Holdfire.Bundles.Tests;

/// <summary>Answers say how many protected contents they are without; a record discloses one report and keeps a statement.</summary>
public sealed class WithheldTests(RiverRecord record) : IClassFixture<RiverRecord>
{
    private static readonly string[] Query = ["counts", "--side", "NN", "--act", "attack.air", "--measure", "launched", "--from", "2031-03-09", "--to", "2031-03-13"];

    [Fact]
    public void Answer_SaysHowManyContentsItIsWithout_AndABundleOfASideHoldsTheirEntries()
    {
        Assert.Equal(["known_by", "recorded_at", "withheld", "audience"], Coordinates().EnumerateObject().Select(m => m.Name));
        Assert.Equal(1, Coordinates().GetProperty("withheld").GetInt32());
        Assert.Contains("Protected contents that are not here, and not in this answer: 1.", Answer("table"), StringComparison.Ordinal);

        // Whoever was not given what was disclosed to all has another answer, and it says so.
        Directory.Delete(Path.Combine(record.Folder, "disclosed"), recursive: true);
        Assert.Equal(2, Coordinates().GetProperty("withheld").GetInt32());
        var part = record.Bundle("--part -- " + string.Join(' ', Query));
        var (code, output, error) = record.Verify(part);
        Assert.True(code == 7, error);
        Assert.Contains("Protected contents that are not in it: 2, each named above.", output, StringComparison.Ordinal);
        Assert.Equal(7, JavaScriptVerifier.Verify(part)[0].Code);
    }

    [Fact]
    public void WholeBundleOfAReport_SaysThatEveryEntryIsHere_AndNotThatItIsComplete()
    {
        var bundle = record.Bundle("--whole --report R3");
        var (code, output, error) = record.Verify(bundle);
        Assert.True(code == 0, error);
        var headline = JsonDocument.Parse(output).RootElement.GetProperty("headline").GetString();
        Assert.StartsWith("The report is in the record, as signed, and every entry is here. Protected contents that are not in it: ", headline, StringComparison.Ordinal);
        Assert.Equal(headline, JavaScriptVerifier.Verify(bundle)[0].Headline);
    }

    private JsonElement Coordinates() => JsonDocument.Parse(Answer("json")).RootElement.GetProperty("coordinates");

    private string Answer(string format)
    {
        var (code, output, error) = Programs.Holdfire([.. Query, "--record", record.Folder, "--format", format]);
        Assert.True(code == 0, error);
        return output;
    }
}
