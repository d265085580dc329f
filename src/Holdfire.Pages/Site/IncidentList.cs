using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>Events as far as reports let us tell, one a row.</summary>
public static class IncidentList
{
    private const int MostListed = 200;

    /// <summary>The list.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="answer">The answer to <c>incidents</c>.</param>
    internal static object?[] Draw(SiteFrame frame, IncidentsAnswer answer)
    {
        var links = new SiteLinks(frame);
        return answer.Incidents.IsEmpty ? [Html.Note(frame.Text("incidents.none"))] :
        [
            Html.Note(frame.Say("words.zone", ("zone", frame.View.Known.Zone))),
            frame.First(MostListed, answer.Incidents.Length),
            Html.Table("answer",
                [frame.Text("col.event"), frame.Text("col.what"), frame.Text("col.when"), frame.Text("col.where"), frame.Text("col.actor"), frame.Text("col.reports"), frame.Text("col.sure")],
                answer.Incidents.Take(MostListed).Select(i => Html.Row(
                    links.Of(i.Id),
                    new object?[]
                    {
                        Html.El("bdi", frame.InEnglish, CaseWords.Act(frame, i.Act)), i.Counts is [var only] ? $" ({Show.Count(only.Min, only.Max)})" : null,
                        i.Aggregate ? Html.El("small", $" {frame.Text("events.sum")}") : null,
                    },
                    CaseWords.Brief(frame, i.From, i.To), Html.El("bdi", CaseWords.Place(frame, i.Areas, i.Lat, i.Lon, i.RadiusKm)), Html.El("bdi", CaseWords.Parties(frame, i.Actors)),
                    Show.Whole(i.Reports.Length), i.Contested ? Html.El("strong", frame.Text("incident.contested")) : i.Contradictions.IsEmpty ? "" : frame.Text("incident.differ")))),
        ];
    }

    /// <summary>The page of the list.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question that chooses the events.</param>
    /// <param name="given">Its options as they were given, by name without dashes.</param>
    /// <param name="result">The answer.</param>
    public static string Page(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given, QueryResult result)
    {
        var asked = string.Join('&', given.Select(g => $"{Uri.EscapeDataString(g.Key)}={Uri.EscapeDataString(g.Value)}"));
        return SitePage.Write(frame, frame.Text("nav.incidents"),
            Html.P(frame.Text("incidents.intro")),
            QueryPages.Form(frame, query, given),
            Html.P(Html.El("a", new XAttribute("href", frame.To(asked.Length > 0 ? $"/map?{asked}" : "/map")), frame.Text("incidents.map"))),
            Draw(frame, (IncidentsAnswer)result.Answer),
            PageNotes.Of(result.Notes()).Select(n => Html.El("p", frame.InEnglish, n)),
            QueryPages.Others(frame, query, given),
            CiteBlock.Draw(frame, frame.Text("nav.incidents")));
    }
}
