using System.Xml.Linq;
using Holdfire.Findings;
using Holdfire.Time;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Pages.Tests;

public sealed class HtmlReportTests
{
    private static readonly string Html = Render();
    private static readonly XElement Root = XDocument.Parse(Html).Root!;

    [Fact]
    public void Render_SameInput_SameBytes() => Assert.Equal(Html, Render());

    [Fact]
    public void Render_AnyCase_LoadsNothingAndRunsNothing()
    {
        Assert.DoesNotContain(Root.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "image" or "use");
        Assert.DoesNotContain(Root.Descendants().Attributes(), a => a.Name.LocalName == "src" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(Root.Descendants().Attributes("href"), a => Assert.StartsWith("#", a.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Render_AnyCase_TellsTheBrowserToFetchAndRunNothing()
    {
        var policy = Root.Descendants("meta").Single(m => (string?)m.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TextThatTurnsTheDirection_TurnsNothingElse()
    {
        var title = XDocument.Parse(Render("The \u202Etruce\u2066 of \u05E9\u05DC\u05D5\u05DD \u009B2K")).Descendants("h1").Single();
        Assert.Equal("The \uFFFDtruce\uFFFD of \u05E9\u05DC\u05D5\u05DD \uFFFD2K", title.Value);
        Assert.Equal("bdi", Assert.Single(title.Elements()).Name.LocalName);
    }

    [Fact]
    public void Render_MarkupInTitle_StaysText()
    {
        var html = Render("<script>alert(1)</script> & \"more\"\u0001");

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("<script>alert(1)</script> & \"more\"\uFFFD", XDocument.Parse(html).Descendants("h1").Single().Value);
    }

    [Fact]
    public void Render_AnyCase_AnchorsResolveAndIdsAreUnique()
    {
        var ids = Root.Descendants().Attributes("id").Select(a => a.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Root.Descendants("a").Attributes("href"), a => Assert.Contains(Uri.UnescapeDataString(a.Value[1..]), ids));
        Assert.All(["T1", "T2", "S01", "S02", "S02.q1", "X1", "nn-staff-9"], id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Render_ElementsThatHoldContent_AreNeverSelfClosed() =>
        Assert.DoesNotContain(Root.Descendants(), e => e.IsEmpty && !e.AncestorsAndSelf("svg").Any() && e.Name.LocalName is not ("meta" or "br"));

    [Fact]
    public void Render_InventedCase_IsMarked()
    {
        Assert.StartsWith("INVENTED", Root.Descendants("p").First().Value, StringComparison.Ordinal);
        var real = SampleCase.Create() with { Invented = false };
        Assert.DoesNotContain("INVENTED", HtmlReport.Render(CaseView.Of(real), [], []), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_UnboundedRate_SaysOrMore()
    {
        Assert.Contains(Section("assessment").Descendants("td"), t => t.Value == "1 or more a day");
        Assert.Contains("\"Or more\": no upper limit", Section("assessment").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AnyCase_AnswersBeforeTheEvidence()
    {
        var first = Root.Descendants("section").First();

        Assert.Equal("summary", (string?)first.Attribute("id"));
        Assert.Equal(["Breaches", "Change", "Not known", "Obligations"], first.Descendants("article").First().Descendants("dt").Select(d => d.Value));
        Assert.StartsWith("No breach is alleged here", first.Descendants("dd").First().Value, StringComparison.Ordinal);
        Assert.Contains(first.Descendants("article"), a => a.Value.StartsWith("T2 Thirty days", StringComparison.Ordinal)
            && a.Value.Contains("Never in force", StringComparison.Ordinal) && a.Value.Contains("nothing could break it", StringComparison.Ordinal));
        Assert.DoesNotContain("cannot say", first.Value, StringComparison.Ordinal);
        Assert.Contains(Section("numbers").Descendants("tr"), r => r.Value ==
            "S02.q1 Northland staff: 12 attack drones, counted in attacks, 2031-05-10inconsistentFiner claims of its own side allow 9 at the most.");
    }

    [Fact]
    public void Render_Acts_AreNamedInWordsBesideTheirCodes() =>
        Assert.Contains(Section("assessment").Descendants("td"), t =>
            t.Value.StartsWith("attack drones launchedattack.air.uav", StringComparison.Ordinal));

    [Fact]
    public void Render_ClaimsOfNights_AreDrawnFromNoonToNoon()
    {
        var @case = SampleCase.Create();
        var night = @case.Reports[0] with { Window = TimeWindow.Night(new LocalDate(2031, 5, 1), SampleCase.Zone, null) };
        var nights = @case with { Reports = [.. Enumerable.Range(0, 6).Select(d => night with { Id = new($"n{d}"), Window = TimeWindow.Night(new LocalDate(2031, 5, 1 + d), SampleCase.Zone, null) })] };

        Assert.DoesNotContain("Days from noon to noon.", Html, StringComparison.Ordinal);
        Assert.Contains("Days from noon to noon.", HtmlReport.Render(CaseView.Of(nights), [], []), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ClaimsPerDay_OneChartForEachSourceWithAnArrowWhereUnbounded()
    {
        var charts = Section("claims").Descendants("figure").Elements("svg").ToList();

        Assert.Equal(2, charts.Count);
        Assert.Equal([0, 1], charts.Select(c => c.Elements("path").Count()));
    }

    [Fact]
    public void Render_Map_OnePanelForEachSide() =>
        Assert.Equal(2, Section("map").Descendants("svg").Count());

    [Fact]
    public void Render_AsOf_IsPrintedAndLeavesLaterClaimsOut()
    {
        var @case = SampleCase.Create();
        var html = HtmlReport.Render(CaseView.Of(@case, Instant.FromUtc(2031, 5, 1, 0, 0)), [], []);

        Assert.Contains("2031-05-01</span> 00:00 UTC: only what was known by then", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{@case.Reports.Length} of {@case.Reports.Length} reports", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EmptyCase_StillDraws()
    {
        var bare = SampleCase.Create() with { Truces = [], Statements = [], Conflicts = [], Reports = [], Documents = [] };

        Assert.Contains("No claim with a known time.", HtmlReport.Render(CaseView.Of(bare), [], []), StringComparison.Ordinal);
    }

    private static XElement Section(string id) => Root.Descendants("section").Single(s => (string?)s.Attribute("id") == id);

    [Fact]
    public void Render_Findings_ListThoseWithinTheTermsWithRulesAndReportsToFollow()
    {
        var @case = SampleCase.Create();
        var need = new RuleNeed();
        var rules = new FindingRules(
            "test-1", [new StandardRule("F-ANY", "Someone says so.", [need], StandardOfProof.Alleged, false)], [new AttributionRule("W-ANY", "Any.", [], Attribution.Unknown)]);
        var findings = Finder.Find(@case, Subjects.OfReports(@case), rules);
        var root = XDocument.Parse(HtmlReport.Render(CaseView.Of(@case), SampleCase.Answers(@case), SampleCase.Audit(), new FindingSet(findings, "rules-9", "set-7"))).Root!;
        var section = root.Descendants("section").Single(s => s.Attribute("id")?.Value == "findings");
        var listed = findings.Where(f => f.Placement == Placement.WithinTerms).ToList();
        Assert.NotEmpty(listed);
        Assert.Equal(listed.Count, section.Descendants("code").Count(c => c.Value == "F-ANY"));
        var ids = root.Descendants().Attributes("id").Select(a => a.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(section.Descendants("a").Attributes("href"), a => Assert.Contains(Uri.UnescapeDataString(a.Value[1..]), ids));
        Assert.NotEmpty(section.Descendants("a"));
        Assert.DoesNotContain(Root.Descendants("section"), s => s.Attribute("id")?.Value == "findings");
    }

    private static string Render(string title = "The invented strait")
    {
        var @case = SampleCase.Create(title);
        return HtmlReport.Render(CaseView.Of(@case), SampleCase.Answers(@case), SampleCase.Audit());
    }
}
