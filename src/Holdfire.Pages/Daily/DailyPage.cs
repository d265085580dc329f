using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Daily;

/// <summary>A daily report as one self-contained HTML file of one printed A4 page, drawn from the answer to <c>daily</c> alone.</summary>
public static class DailyPage
{
    /// <summary>The file. The same answer gives the same bytes.</summary>
    /// <param name="answer">The answer.</param>
    public static string Write(DailyAnswer answer) => HtmlFile.Write(Html.El("html", new XAttribute("lang", "en"),
        FileHead.Draw($"{(answer.Invented ? "INVENTED: " : "")}{DailyParts.Name(answer)} – {answer.Title}", "report.css", "daily.css"),
        Html.El("body", Html.Class("daily"),
            Html.El("header",
                answer.Invented ? Html.El("p", Html.Class("invented"), "INVENTED. This case is made up; nothing in it happened.") : null,
                Html.El("p", Html.Class("case"), answer.Title),
                Html.El("h1", DailyParts.Name(answer)),
                Html.Note(DailyParts.Span(answer))),
            Html.El("main", Content(answer)),
            Html.El("footer", Html.P(DailyParts.Coordinates(answer))))));

    /// <summary>What stands on the page below its title: for a page with a frame of its own.</summary>
    /// <param name="answer">The answer.</param>
    public static XElement Content(DailyAnswer answer) =>
        Html.El("div", Html.Class("day"),
            Html.El("p", Html.Class("lead"), answer.InShort),
            DailyParts.Truces(answer),
            DailyEvents.Draw(answer),
            Html.El("div", Html.Class("columns"),
                Html.El("div", DailyParts.Sums(answer), DailyParts.News(answer), DailyParts.Open(answer)),
                Html.El("div", DailyParts.Watch(answer), DailyParts.Due(answer), DailyParts.Queries(answer))),
            Html.Note("Claims, not facts: events are what reports say, put together where they are judged to be of one event. Bounds run over what may lie in the day or outside. No report is not no event."));
}
