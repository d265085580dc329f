using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Pages.Tests;

public sealed class AsOfTests
{
    // The sample's first truce is announced on 8 May; its statements are made on 10 May; its second truce is announced on 13 May.
    private static readonly Instant Before = Instant.FromUtc(2031, 5, 9, 12, 0);
    private static readonly Instant Between = Instant.FromUtc(2031, 5, 12, 12, 0);
    private static readonly Instant After = Instant.FromUtc(2031, 6, 30, 0, 0);

    [Fact]
    public void Render_StatementsMadeLater_AreLeftOutAndCounted()
    {
        var html = Render(Before);

        Assert.DoesNotContain(Ids(html), id => id is "S01" or "S02" or "S02.q1");
        Assert.Contains("Left out, as not known by 2031-05-09", Section(html, "statements"), StringComparison.Ordinal);
        Assert.Contains("statements made later, or at a time that is not known, 2 in all", Section(html, "statements"), StringComparison.Ordinal);
        Assert.Contains("S01", Ids(Render(Between)));
    }

    [Fact]
    public void Render_AuditOfAStatementMadeLater_IsLeftOut()
    {
        Assert.DoesNotContain("12 attack drones", Render(Before), StringComparison.Ordinal);
        Assert.Contains("12 attack drones", Render(Between), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StatementWhoseTimeHasNoEnd_IsNeverSurelyKnown()
    {
        var @case = SampleCase.Create();
        var open = TimeWindow.OpenEnd(new LocalDateTime(2031, 5, 1, 0, 0), SampleCase.Zone, null);
        var changed = @case with { Statements = [@case.Statements[0] with { Said = open }, @case.Statements[1]] };

        Assert.DoesNotContain("S01", Ids(HtmlReport.Render(CaseView.Of(changed, After), [], [])));
        Assert.Contains("S01", Ids(HtmlReport.Render(CaseView.Of(changed), [], [])));
    }

    [Fact]
    public void Render_TrucesAnnouncedLater_AreLeftOutWithTheirAssessment()
    {
        var html = Render(Between);

        Assert.Contains("T1", Ids(html));
        Assert.DoesNotContain("T2", Ids(html));
        Assert.DoesNotContain("Thirty days", html, StringComparison.Ordinal);
        Assert.Contains("truces announced later, 1 in all", Section(html, "truces"), StringComparison.Ordinal);
        Assert.Contains("T2", Ids(Render(After)));
    }

    [Fact]
    public void Render_DeclarationsMadeLater_AreLeftOutAndCounted()
    {
        var @case = SampleCase.Create();
        var late = @case.Truces[0].Declarations[0] with
        {
            When = TimeWindow.Days(new LocalDate(2031, 5, 11), new LocalDate(2031, 5, 11), SampleCase.Zone), Text = "Takes it back.",
        };
        var changed = @case with { Truces = [@case.Truces[0] with { Declarations = [.. @case.Truces[0].Declarations, late] }] };
        var html = HtmlReport.Render(CaseView.Of(changed, Before), [], []);

        Assert.DoesNotContain("Takes it back.", html, StringComparison.Ordinal);
        Assert.Contains("declarations made later, 1 in all", Section(html, "truces"), StringComparison.Ordinal);
        Assert.Contains("Takes it back.", HtmlReport.Render(CaseView.Of(changed, After), [], []), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TruceThatBeginsLater_IsNotYetInForce()
    {
        var truces = Section(Render(Before), "truces");

        Assert.Contains("not in force by then", truces, StringComparison.Ordinal);
        Assert.DoesNotContain("its own word", truces, StringComparison.Ordinal);
        Assert.DoesNotContain("gives a later start", truces, StringComparison.Ordinal);
        Assert.Contains("its own word", Section(Render(Between), "truces"), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AccountsWithoutADateOrOfLaterTimes_AreLeftOutAndCounted()
    {
        var @case = SampleCase.Create();
        var conflict = @case.Conflicts[0];
        var undated = @case with { Conflicts = [conflict with { Accounts = [.. conflict.Accounts, new ConflictAccount("Nobody counted.", "a third page", [])] }] };
        var html = HtmlReport.Render(CaseView.Of(undated, After), [], []);

        Assert.Contains("Over the night only", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody counted.", html, StringComparison.Ordinal);
        Assert.Contains("accounts of later times, or with no date, 1 in all", Section(html, "conflicts"), StringComparison.Ordinal);
        Assert.DoesNotContain("X1", Ids(Render(Before)));
        Assert.Contains("Nobody counted.", HtmlReport.Render(CaseView.Of(undated), [], []), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_CitedReportKnownLater_IsNotShown()
    {
        var audited = SampleCase.Audit()[0];
        var late = audited with { Reasons = [new("own-sum", "Two claims.", ["nn-staff-9", "nn-staff-20"])] };

        Assert.Contains("nn-staff-9", Ids(HtmlReport.Render(CaseView.Of(SampleCase.Create(), Between), [], [late])));
        Assert.DoesNotContain("nn-staff-20", Ids(HtmlReport.Render(CaseView.Of(SampleCase.Create(), Between), [], [late])));
        Assert.Contains("nn-staff-20", Ids(HtmlReport.Render(CaseView.Of(SampleCase.Create(), After), [], [late])));
    }

    private static string Render(Instant asOf)
    {
        var @case = SampleCase.Create();
        return HtmlReport.Render(CaseView.Of(@case, asOf), SampleCase.Answers(@case), SampleCase.Audit());
    }

    private static List<string> Ids(string html) =>
        [.. XDocument.Parse(html).Descendants().Attributes("id").Select(a => a.Value)];

    private static string Section(string html, string id) =>
        XDocument.Parse(html).Descendants("section").Single(s => (string?)s.Attribute("id") == id).Value;
}
