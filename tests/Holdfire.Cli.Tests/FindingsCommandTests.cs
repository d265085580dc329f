using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.CaseFormat;
using Holdfire.Cli.Output;
using Holdfire.Queries;
using Holdfire.Views;

namespace Holdfire.Cli.Tests;

public sealed class FindingsCommandTests
{
    private static readonly string Practice = Path.Combine(Cli.Root, "cases", "practice-line");

    [Fact]
    public void Findings_OfTheFoundingClaim_AreAllegedAndOutsideTheTermsOfATruceThatDidNotBindItsActor()
    {
        var answer = Cli.Json("findings", "--case", Cli.BuiltInCase, "--truce", "A3");
        Assert.Equal("holdfire/findings/2", answer.GetProperty("schema").GetString());
        Assert.False(answer.TryGetProperty("invented", out _));
        var claim = answer.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "S21.1");
        Assert.Equal(("outside_terms", "alleged", "alleged_actor"), (Text(claim, "placement"), Text(claim, "standard"), Text(claim, "attribution")));
        Assert.Equal("actor", claim.GetProperty("limits")[0].GetString());
    }

    [Fact]
    public void Findings_WithFilters_HoldNothingElse()
    {
        var some = Cli.Json("findings", "--case", Practice, "--truce", "T2", "--side", "ORD", "--act", "attack", "--area", "X-VEL-SOUTH", "--standard", "corroborated")
            .GetProperty("findings").EnumerateArray().ToList();
        Assert.NotEmpty(some);
        Assert.All(some, f =>
        {
            Assert.Equal("T2", Text(f, "truce"));
            Assert.Contains("ORD", f.GetProperty("actors").EnumerateArray().Select(a => a.GetString()));
            Assert.StartsWith("attack", Text(f, "act"), StringComparison.Ordinal);
            Assert.Contains("X-VEL-SOUTH", f.GetProperty("areas").EnumerateArray().Select(a => a.GetString()));
            Assert.Contains(Text(f, "standard"), (string[])["corroborated", "verified"]);
        });
    }

    [Theory]
    [InlineData("findings")]
    [InlineData("findings", "counts")]
    [InlineData("truces")]
    [InlineData("assess", "--standard", "verified")]
    [InlineData("assess", "--counts")]
    [InlineData("incidents")]
    [InlineData("incidents", "pins")]
    public void WhatIsPrintedOfAnInventedCase_SaysSo(params string[] command)
    {
        // One answer in three forms: it is worked out once.
        var name = string.Join(' ', command.TakeWhile(w => !w.StartsWith("--", StringComparison.Ordinal)));
        var flags = command.Where(w => w == "--counts").ToImmutableDictionary(w => w, w => new GivenValue("", w));
        var values = command.Contains("--standard") ? flags.Add("--standard", new GivenValue(command[^1], "--standard")) : flags;
        var result = QueryCatalogue.Find(name)!.Run(
            CaseView.Of(CaseFolder.Load(Practice).Case!), new QueryArguments(values, ImmutableDictionary<string, NamedText>.Empty), Work.Unlimited);
        Assert.StartsWith("INVENTED", Printed(result, OutputFormat.Table), StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(Printed(result, OutputFormat.Json)).RootElement.GetProperty("invented").GetBoolean());
        Assert.EndsWith(",invented", Printed(result, OutputFormat.Csv).Split("\r\n")[0].TrimEnd('\n'), StringComparison.Ordinal);

        static string Printed(QueryResult result, OutputFormat format)
        {
            using var output = new StringWriter();
            QueryPrinter.Print(new Terminal(() => TextReader.Null, output, TextWriter.Null), result, format);
            return output.ToString();
        }
    }

    [Fact]
    public void GeoJson_IsACollectionWithAFeatureForEachFinding()
    {
        var run = Cli.Run("findings", "--case", Practice, "--truce", "T3", "--format", "geojson");
        Assert.Equal(0, run.ExitCode);
        var collection = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("FeatureCollection", Text(collection, "type"));
        var features = collection.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(Cli.Json("findings", "--case", Practice, "--truce", "T3").GetProperty("findings").GetArrayLength(), features.Count);
        var kinds = features.Select(f => (Text(f.GetProperty("properties"), "geometry_is"), Text(f.GetProperty("geometry"), "type"))).Distinct().ToList();
        Assert.Contains(("point", "Point"), kinds);
        Assert.Contains(("outline", "Polygon"), kinds);
    }

    [Fact]
    public void Explain_OfWhatAPersonPinned_SaysWhoAndWhy()
    {
        using var pins = new TemporaryFile("pins.yaml", "- {id: P9, same: [ord-staff-032, vel-staff-018], by: duty officer, reason: one crater}\n");
        var folder = Path.GetDirectoryName(pins.Path)!;
        foreach (var file in Directory.EnumerateFiles(Practice, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(Practice, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        const string Told = "Pinned, P9 by duty officer: ord-staff-032 same as vel-staff-018. Reason: one crater";
        Assert.All((string[])["show", "explain"], c =>
            Assert.Contains(Told, Cli.Run("findings", c, "vel-staff-018", "--case", folder).Output, StringComparison.Ordinal));
        Assert.Contains(
            Cli.Json("findings", "show", "vel-staff-018", "--case", folder).GetProperty("findings").EnumerateArray(),
            f => f.GetProperty("pins").EnumerateArray().Select(p => p.GetString()).SequenceEqual(["P9"]));
    }

    [Fact]
    public void Explain_NamesEveryLimitRuleAndOrigin()
    {
        var id = Cli.Json("findings", "--case", Practice, "--standard", "verified").GetProperty("findings")[0].GetProperty("id").GetString()!;
        var run = Cli.Run("findings", "explain", id, "--case", Practice);
        Assert.Equal(0, run.ExitCode);
        Assert.All(["T-ACTOR", "T-TIME", "T-AREA", "T-ACT", "T-TARGET", "F-ALLEGED", "W-", "origin: "], word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_AtVerified_CountsNoClaimThatIsOnlyAlleged()
    {
        var answer = Cli.Json("assess", "--case", Cli.BuiltInCase, "--standard", "verified");
        Assert.Equal("verified", Text(answer, "standard"));
        Assert.All(
            answer.GetProperty("truces").EnumerateArray().SelectMany(t => t.GetProperty("lines").EnumerateArray()),
            l => Assert.Equal(0, l.GetProperty("during_per_day").GetProperty("min").GetDouble()));
    }

    [Fact]
    public void Assess_GivesTheCountsOfTheFindings()
    {
        var counts = Cli.Json("findings", "counts", "--case", Practice).GetProperty("counts").EnumerateArray()
            .Select(c => c.GetRawText()).ToList();
        Assert.NotEmpty(counts);
        var rows = Cli.Json("assess", "--case", Practice, "--standard", "corroborated").GetProperty("truces").EnumerateArray()
            .SelectMany(t => t.GetProperty("counts").EnumerateArray()).Select(c => Squeezed(c.GetRawText()));
        Assert.Equal(counts.Select(Squeezed), rows);
        var csv = Cli.Run("assess", "--counts", "--case", Practice, "--format", "csv").Output.Split('\n');
        Assert.StartsWith("as_of,rules_version,parameters,truce,from,to,standard,at_least,at_most", csv[0], StringComparison.Ordinal);
        Assert.Equal(counts.Count, csv.Count(l => l.Contains(",T", StringComparison.Ordinal) && !l.Contains(",,,", StringComparison.Ordinal)));
        Assert.Contains("at most", Cli.Run("assess", "--counts", "--case", Practice).Output, StringComparison.Ordinal);

        static string Squeezed(string json) => string.Concat(json.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void Parameters_ThatHoldNoReportsTogether_AreUsedAndNamed()
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-parameters-").FullName;
        try
        {
            var file = Path.Combine(folder, "set.json");
            Assert.Equal(0, Cli.Run("incidents", "fit", "--case", Practice, "--out", file).ExitCode);
            File.WriteAllText(file, System.Text.RegularExpressions.Regex.Replace(
                File.ReadAllText(file).Replace("\"fit-", "\"apart-", StringComparison.Ordinal), "\"link_bits\": [0-9.]+,", "\"link_bits\": -30,"));
            var (usual, apart) = (Cli.Json("findings", "--case", Practice), Cli.Json("findings", "--case", Practice, "--parameters", file));
            Assert.True(Corroborated(apart) < Corroborated(usual));
            var name = Text(apart, "parameters");
            Assert.StartsWith("apart-", name, StringComparison.Ordinal);
            Assert.All(
                [["findings"], ["findings", "counts"], ["assess"], ["assess", "--counts"], ["incidents"]],
                (string[] command) => Assert.Contains(name, Cli.Run([.. command, "--case", Practice, "--parameters", file]).Output, StringComparison.Ordinal));
            Assert.NotEqual(
                Cli.Run("assess", "--counts", "--case", Practice).Output.Split('\n').Length,
                Cli.Run("assess", "--counts", "--case", Practice, "--parameters", file).Output.Split('\n').Length);
            Assert.Equal(0, Cli.Run("report", "--case", Practice, "--parameters", file, "--out", Path.Combine(folder, "r.html")).ExitCode);
            Assert.Contains(name, File.ReadAllText(Path.Combine(folder, "r.html")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }

        static int Corroborated(JsonElement answer) => answer.GetProperty("findings").EnumerateArray().Count(f => Text(f, "standard") == "corroborated");
    }

    [Theory]
    [InlineData("--parameters", "no-set", "expected a JSON file")]
    [InlineData("--truce", "T9", "expected one of T1, T2, T3, T4")]
    [InlineData("--side", "XX", "expected one of ORD")]
    [InlineData("--act", "attack.spoon", "expected one of")]
    [InlineData("--area", "Uper Marl", "Upper Marl")]
    [InlineData("--standard", "proven", "alleged, disputed, corroborated, verified")]
    [InlineData("--rules", "no-such-file", "expected a YAML file")]
    public void WrongValue_NamesWhatWasExpectedAndFound(string option, string value, string says)
    {
        var run = Cli.Run("findings", "--case", Practice, option, value);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.All([option, says, value], text => Assert.Contains(text, run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_ThatContradictEachOther_AreRefusedWithTheirLine()
    {
        var file = Path.Combine(Path.GetTempPath(), $"rules-{Environment.ProcessId}.yaml");
        try
        {
            File.WriteAllText(file, """
                version: mine
                standards:
                  - {id: S1, reaches: alleged, needs: [{origins: 1}], text: a}
                  - {id: S2, at_most: disputed, needs: [{origins: 1}], text: b}
                attributions:
                  - {id: W1, gives: unknown, text: c}
                """);
            var run = Cli.Run("findings", "--case", Practice, "--rules", file);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(":4:10: expected other needs than those of S1", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;
}
