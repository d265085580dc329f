using System.Xml.Linq;
using MiniExcelLibs;

namespace Holdfire.Cli.Tests;

/// <summary>The form of a case: what it collects goes in without a map, by each of its choices.</summary>
public sealed class CaseFormTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-form-").FullName;

    private string Folder => Path.Combine(root, "case");

    [Fact]
    public void BothForms_HaveTheSameQuestionsAndChoices()
    {
        New();
        var (rows, choices, form) = (Sheet("survey"), Sheet("choices"), XDocument.Load(File("form.xml")));
        XNamespace x = "http://www.w3.org/2002/xforms";
        var asked = rows.Where(r => r["label"].Length > 0 && r["type"] != "begin_repeat").Select(r => r["name"]);
        var refs = form.Descendants().Where(e => e.Name.LocalName is "input" or "select1" or "upload").Select(e => e.Attribute("ref")!.Value);
        Assert.Equal(asked, refs.Select(r => r[(r.LastIndexOf('/') + 1)..]));
        var bound = form.Descendants(x + "bind").Select(b => b.Attribute("nodeset")!.Value).ToHashSet();
        Assert.All(refs, r => Assert.Contains(r, bound));
        Assert.Equal(choices.Count(c => c["list_name"] == "act"), form.Descendants(x + "select1").Single(s => s.Attribute("ref")!.Value == "/data/act").Elements(x + "item").Count());
        Assert.Equal(["BLUE", "GREEN"], choices.Where(c => c["list_name"] == "party").Select(c => c["name"]).Order());
        Assert.DoesNotContain(choices, c => c["name"].Contains(' ', StringComparison.Ordinal));
        Assert.Equal(choices.Length, choices.Select(c => (c["list_name"], c["name"])).Distinct().Count());
    }

    [Theory]
    [InlineData("kobo", "_uuid,_submission_time")]
    [InlineData("odk", "KEY,SubmissionDate")]
    public void WhatItCollects_GoesInWithoutAMap_WithEveryChoice(string format, string tool)
    {
        New();
        var choices = Sheet("choices").ToLookup(c => c["list_name"], c => c["name"]);
        string Nth(string list, int i) => choices[list].ElementAt(i % choices[list].Count());
        var rows = Enumerable.Range(0, choices.Max(c => c.Count())).Select(i => string.Join(
            ',', "2031-03-16T08:15:00.000+02:00", "2031-03-16T08:40:00.000+02:00", Nth("precision", i), Nth("mode", i), Nth("act", i), Nth("target", i), Nth("party", i), Nth("area", i), "2", "5", $"u{i}", "2031-03-16T09:00:00Z"));
        System.IO.File.WriteAllLines(Path.Combine(root, "data.csv"), rows.Prepend("when_from,when_to,precision,mode,act,target,alleged_actor,area,count_min,count_max," + tool));
        var answer = Cli.Json("import", format, Path.Combine(root, "data.csv"), "--case", Folder);
        Assert.Equal(rows.Count(), answer.GetProperty("added").GetInt32());
        Assert.DoesNotContain("no area", answer.GetProperty("warnings").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherEnding_IsNamed()
    {
        New();
        var run = Cli.Run("case", "form", "--case", Folder, "--out", Path.Combine(root, "form.pdf"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("expected a file that ends in .xlsx or .xml", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void New() => Assert.Equal(0, Cli.Run(
        "case", "new", Folder, "--title", "March", "--zone", "Africa/Khartoum", "--countries", "SD", "--party", "GREEN=Green Army", "--party", "BLUE=Blue Front", "--source", "patrol=Our patrols").ExitCode);

    private string File(string name)
    {
        var path = Path.Combine(root, name);
        var run = Cli.Run("case", "form", "--case", Folder, "--out", path);
        Assert.True(run.ExitCode == 0, run.Error);
        return path;
    }

    private Dictionary<string, string>[] Sheet(string name) =>
        [.. MiniExcel.Query(File("form.xlsx"), useHeaderRow: true, sheetName: name).Select(r => ((IDictionary<string, object?>)r).ToDictionary(c => c.Key, c => Convert.ToString(c.Value, System.Globalization.CultureInfo.InvariantCulture) ?? ""))];
}
