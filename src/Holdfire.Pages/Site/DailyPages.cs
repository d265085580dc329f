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
        return SitePage.Write(frame, frame.Text("daily.all"),
            Html.P(frame.Say("daily.intro", ("zone", frame.View.Known.Zone), ("address", Html.El("code", "/daily/YYYY-MM-DD")))),
            frame.First(MostDays, days.Count),
            days.Count == 0 ? Html.Note(frame.Text("daily.none")) : Html.Table("days", [frame.Text("col.day"), frame.Text("daily.reports")], days.Take(MostDays).Select(d => Html.Row(
                Html.El("a", new XAttribute("href", frame.To($"/daily/{d.Day}")), d.Day), Show.Whole(d.Reports)))));
    }

    /// <summary>One day.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="answer">The answer to <c>daily</c>.</param>
    public static string One(SiteFrame frame, DailyAnswer answer)
    {
        var day = LocalDatePattern.Iso.Parse(answer.Date).Value;
        var title = frame.Language.IsEnglish ? DailyParts.Name(answer) : frame.Text("daily.one", ("day", answer.Date));
        return SitePage.Write(frame, title,
            frame.English(Html.Note(DailyParts.Span(answer))),
            frame.English(Linked(frame, DailyPage.Content(answer))),
            Html.El("nav", new XAttribute("aria-label", frame.Text("daily.days")), Html.P(
                Days(frame).Select(g => g.Key).Where(d => d < day).OrderDescending().Take(1).Select(d => new object[] { Day(frame, "daily.before", d), " · " }),
                Days(frame).Select(g => g.Key).Where(d => d > day).Order().Take(1).Select(d => new object[] { Day(frame, "daily.after", d), " · " }),
                Html.El("a", new XAttribute("href", frame.To("/daily")), frame.Text("daily.all")), " · ",
                Html.El("a", new XAttribute("href", QueryPages.Api(frame, $"/api/v1/daily?date={answer.Date}")), frame.Text("daily.programs")))),
            CiteBlock.Draw(frame, title));
    }

    // Days without reports have no link, so that the site ends somewhere for who follows them all.
    private static IEnumerable<IGrouping<LocalDate, Interval>> Days(SiteFrame frame)
    {
        var zone = Show.Zone(frame.View.Known.Zone);
        return frame.View.Standing.Reports.Select(r => r.Window.Extent).Where(e => e.HasStart).GroupBy(e => e.Start.InZone(zone).Date);
    }

    private static XElement Day(SiteFrame frame, string key, LocalDate day) =>
        Html.El("a", new XAttribute("href", frame.To($"/daily/{LocalDatePattern.Iso.Format(day)}")), frame.Text(key));

    // The page of a day is drawn without knowing of a site; on one its ids lead on.
    private static XElement Linked(SiteFrame frame, XElement content)
    {
        var links = new SiteLinks(frame);
        foreach (var text in content.DescendantNodes().OfType<XText>().Where(t => t.Parent!.Name.LocalName is "li" or "strong").ToList())
        {
            text.ReplaceWith(links.In(text.Value));
        }

        return content;
    }
}
