using System.Xml.Linq;
using Holdfire.Pages.Daily;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Pages.Site;

/// <summary>The pages of daily reports: which days there are, and one day.</summary>
public static class DailyPages
{
    private const int MostDays = 400;

    /// <summary>The styles that the content of a day needs beside the site's own.</summary>
    public static string Styles
    {
        get
        {
            using var reader = new StreamReader(typeof(DailyPage).Assembly.GetManifestResourceStream("daily.css")!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The days that reports tell of, the newest first.</summary>
    /// <param name="frame">What stands around it.</param>
    public static string All(SiteFrame frame)
    {
        var days = Days(frame).OrderByDescending(g => g.Key).Select(g => (Day: LocalDatePattern.Iso.Format(g.Key), Reports: g.Count())).ToList();
        return SitePage.Write(frame, "Daily reports",
            Html.P($"One day on one page, in {frame.View.Known.Zone}. Any other day has a page too: ", Html.El("code", "/daily/YYYY-MM-DD"), "."),
            days.Count > MostDays ? Html.Note($"The newest {MostDays} of {Show.Whole(days.Count)} days with reports.") : null,
            days.Count == 0 ? Html.Note("No report says when.") : Html.Table("answer", ["day", "reports that begin on it"], days.Take(MostDays).Select(d => Html.Row(
                Html.El("a", new XAttribute("href", frame.To($"/daily/{d.Day}")), d.Day), Show.Whole(d.Reports)))));
    }

    /// <summary>One day.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="answer">The answer to <c>daily</c>.</param>
    public static string One(SiteFrame frame, DailyAnswer answer)
    {
        var day = LocalDatePattern.Iso.Parse(answer.Date).Value;
        return SitePage.Write(frame, DailyParts.Name(answer),
            Html.Note(DailyParts.Span(answer)),
            DailyPage.Content(answer),
            Html.El("nav", new XAttribute("aria-label", "Days"), Html.P(
                Days(frame).Select(g => g.Key).Where(d => d < day).OrderDescending().Take(1).Select(d => new object[] { Day(frame, "The day before with reports", d), " · " }),
                Days(frame).Select(g => g.Key).Where(d => d > day).Order().Take(1).Select(d => new object[] { Day(frame, "The day after with reports", d), " · " }),
                Html.El("a", new XAttribute("href", frame.To("/daily")), "All days"), " · ",
                Html.El("a", new XAttribute("href", frame.To($"/api/v1/daily?date={answer.Date}")), "The same for programs"))),
            CiteBlock.Draw(frame, DailyParts.Name(answer)));
    }

    // Days without reports have no link, so that the site ends somewhere for who follows them all.
    private static IEnumerable<IGrouping<LocalDate, Interval>> Days(SiteFrame frame)
    {
        var zone = Show.Zone(frame.View.Known.Zone);
        return frame.View.Standing.Reports.Select(r => r.Window.Extent).Where(e => e.HasStart).GroupBy(e => e.Start.InZone(zone).Date);
    }

    private static XElement Day(SiteFrame frame, string words, LocalDate day) =>
        Html.El("a", new XAttribute("href", frame.To($"/daily/{LocalDatePattern.Iso.Format(day)}")), words);
}
